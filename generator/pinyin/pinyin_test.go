package pinyin

import (
	"slices"
	"testing"
)

func TestReadingsOfCharactersPeopleReadTwoWays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		char rune
		want []string
	}{
		{'身', []string{"shen"}}, {'女', []string{"nv"}}, {'律', []string{"lv"}}, {'旅', []string{"lv"}},
		{'行', []string{"xing", "hang"}}, {'会', []string{"hui", "kuai"}}, {'重', []string{"zhong", "chong"}},
		{'给', []string{"ji", "gei"}}, {'畜', []string{"xu", "chu"}}, {'卡', []string{"ka", "qia"}},
		{'落', []string{"luo", "la"}}, {'〇', []string{"ling"}}, {'龘', []string{"da"}},
		{'a', nil}, {'，', nil}, {0x10FFFF, nil},
	} {
		if got := Readings(c.char); !slices.Equal(got, c.want) {
			t.Errorf("Readings(%c) = %v, want %v", c.char, got, c.want)
		}
	}
}

func TestInitialReadsTheFirstWordAsPeopleDo(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]byte{
		"居民身份证": 'J', "重庆": 'C', "重大项目": 'Z', "行业协会": 'H', "行政许可": 'X', "会计": 'K', "会展": 'H',
		"《出生医学证明》首次签发": 'C', "“一件事”": 'Y', "ETC办理": 'E', "etc办理": 'E', "12345": '#', "": '#', "——": '#',
		"调解": 'T', "调查": 'D', "长期护理": 'C', "长者食堂": 'Z', "绿化": 'L', "女职工": 'N', "给付": 'J',
	} {
		if got := Initial(s); got != want {
			t.Errorf("Initial(%q) = %c, want %c", s, got, want)
		}
	}
}

func TestKeySortsBySyllableThenCharacter(t *testing.T) {
	t.Parallel()
	want := []string{"12345热线", "阿姨", "车辆", "重新申请", "出生", "出生登记", "居民身份证", "西充", "西藏", "先进", "行政", "银行", "住房", "注册", "注销"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int {
		if Key(a) < Key(b) {
			return -1
		}
		return 1
	})
	if !slices.Equal(got, want) {
		t.Errorf("sorted %v, want %v", got, want)
	}
}

func TestKeysOfDifferentStringsDiffer(t *testing.T) {
	t.Parallel()
	if Key("出生（一）") == Key("出生一") {
		t.Error("names that differ in brackets only have one key")
	}
}

func TestEveryReadingIsOneSyllable(t *testing.T) {
	t.Parallel()
	for r := rune(firstRune); r <= lastRune; r++ {
		for _, s := range Readings(r) {
			for _, c := range s {
				if c < 'a' || c > 'z' {
					t.Fatalf("%c reads %q", r, s)
				}
			}
		}
	}
}

func BenchmarkKey(b *testing.B) {
	for b.Loop() {
		Key("《出生医学证明》首次签发")
	}
}

func BenchmarkTable(b *testing.B) {
	doubleReadings()
	for b.Loop() {
		parseTable()
	}
}
