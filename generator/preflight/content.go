package preflight

import (
	"bytes"
	"strconv"
)

// scanner reads the operators of a content stream (ISO 32000-1, 7.8.2).
type scanner struct {
	data []byte
	at   int
	args [][]byte // the operands before the operator that was read
}

// next reads up to an operator and returns its name, "" at the end.
func (s *scanner) next() string {
	s.args = s.args[:0]
	for s.at < len(s.data) {
		switch c := s.data[s.at]; {
		case c <= ' ':
			s.at++
		case c == '%':
			s.to("\r\n")
		case c == '(':
			s.args = append(s.args, s.literal())
		case c == '<' && s.at+1 < len(s.data) && s.data[s.at+1] == '<':
			s.at += 2
			s.args = append(s.args, s.data[s.at-2:s.at])
		case c == '<':
			from := s.at
			s.to(">")
			s.at++
			s.args = append(s.args, s.data[from:min(s.at, len(s.data))])
		case c == '[' || c == ']' || c == '>' || c == '{' || c == '}':
			s.at++
			s.args = append(s.args, s.data[s.at-1:s.at])
		case c == '/' || c == '+' || c == '-' || c == '.' || c >= '0' && c <= '9':
			s.args = append(s.args, s.word())
		default:
			return string(s.word())
		}
	}
	return ""
}

func (s *scanner) to(stops string) {
	if i := bytes.IndexAny(s.data[s.at:], stops); i >= 0 {
		s.at += i
		return
	}
	s.at = len(s.data)
}

func (s *scanner) literal() []byte {
	from, depth := s.at, 0
	for ; s.at < len(s.data); s.at++ {
		switch s.data[s.at] {
		case '\\':
			s.at++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.at++
				return s.data[from:s.at]
			}
		}
	}
	return s.data[from:]
}

func (s *scanner) word() []byte {
	from := s.at
	s.at++
	s.to(" \t\r\n\f\x00()<>[]{}/%")
	return s.data[from:s.at]
}

// number is an operand counted from the end: 0 is the last.
func (s *scanner) number(fromEnd int) float64 {
	i := len(s.args) - 1 - fromEnd
	if i < 0 {
		return 0
	}
	v, _ := strconv.ParseFloat(string(s.args[i]), 64)
	return v
}
