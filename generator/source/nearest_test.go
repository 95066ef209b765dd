package source

import "testing"

func TestNearestPrefersTheSameBeginning(t *testing.T) {
	t.Parallel()
	known := []string{"zjj", "mzj", "gaj", "materials"}
	for got, want := range map[string]string{"mzjj": "mzj", "zjjj": "zjj", "materails": "materials", "gja": "gaj", "nothing": ""} {
		if near := Nearest(got, known); near != want {
			t.Errorf("nearest to %q is %q, want %q", got, near, want)
		}
	}
}
