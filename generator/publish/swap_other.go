//go:build !linux

package publish

import "errors"

// exchange is for Linux alone.
func exchange(a, b string) error { return errors.ErrUnsupported }
