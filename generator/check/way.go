package check

import (
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
)

var (
	instantPromise = &diag.Code{ID: "time-instant", Zh: "即办件当场办结，不写承诺时限", En: "an item done on the spot has no promised time",
		MendZh: "删掉 promised，或把 kind 改成承诺件", MendEn: "delete promised, or make it 承诺件"}
	promisedLonger = &diag.Code{ID: "time-promised", Zh: "承诺时限 %s 比法定时限 %s 还长", En: "promised %s is longer than the statutory %s",
		MendZh: "核对两个数；承诺只能比法定短", MendEn: "check both: a promise can only be shorter"}
	stepsLonger = &diag.Code{ID: "time-steps", Zh: "各步加起来约 %.0f 天，比时限 %s 还长", En: "the steps add up to about %.0f days, more than %s",
		MendZh: "核对每一步的 time；不算在内的写成 special 且 counted: false", MendEn: "check each step's time; what does not count goes to special"}
	tripsReason = &diag.Code{ID: "trips-reason", Zh: "要跑 %d 趟，没有写为什么必须到现场", En: "%d trips without a reason",
		MendZh: "写上 reason，如“需当面核验身份并按指纹”", MendEn: "give the reason"}
	tripsOnline = &diag.Code{ID: "trips-online", Zh: "写了一趟不跑，却没有网上、邮寄或自助的渠道", En: "no trip is needed, but there is no online, postal or self-service channel",
		MendZh: "在 channels 里写上能全程办的渠道，或把次数改成 1", MendEn: "name that channel, or make it one trip"}
	tripsTwice = &diag.Code{ID: "trips-duplicate", Zh: "渠道“%s”的跑动次数写了两遍", En: "trips of channel %q are given twice",
		MendZh: "留一个", MendEn: "keep one"}
	feeItems = &diag.Code{ID: "fee-items", Zh: "写了收费，没有写收什么、收多少", En: "a charge without its items",
		MendZh: "在 items 里写名称、金额或标准、依据", MendEn: "give name, amount or standard, and basis"}
	feeFree = &diag.Code{ID: "fee-free", Zh: "写了不收费，又列了收费项目", En: "said to be free, but charges are listed",
		MendZh: "核对后留一个", MendEn: "keep one of the two"}
	feeBasis = &diag.Code{ID: "fee-basis", Zh: "收费项目“%s”没有写依据", En: "charge %q has no legal basis",
		MendZh: "写上 basis：文件名和文号；没有依据的收费不能收", MendEn: "give the document and its number; a charge without one is unlawful"}
	feeAmount = &diag.Code{ID: "fee-amount", Zh: "收费项目“%s”没有写金额，也没有写标准", En: "charge %q has neither amount nor standard",
		MendZh: "写 amount（元）和 unit，或写 standard", MendEn: "give amount (yuan) and unit, or standard"}
	resultKind = &diag.Code{ID: "result-kind", Severity: diag.Warning, Zh: "结果“%s”看名字应当是“%s”", En: "result %q looks like %q",
		MendZh: "核对 kind", MendEn: "check its kind"}
	noWindowNoOnline = &diag.Code{ID: "channels-none", Severity: diag.Warning, Zh: "没有写任何办理渠道", En: "no channel at all",
		MendZh: "至少写一个窗口地点或网上渠道", MendEn: "give a place or an online channel"}
)

func (r *run) time(it *catalog.Item) {
	t := it.Time
	if t == nil {
		return
	}
	if t.Kind == catalog.Instant && t.Promised.Ok() {
		r.l.Report(it.At("time", "promised"), instantPromise)
	}
	if t.Promised.Ok() && t.Statutory.Ok() && t.Promised.Days() > t.Statutory.Days()+0.01 {
		r.l.Report(it.At("time", "promised"), promisedLonger, t.Promised, t.Statutory)
	}
	limit := t.Promised
	if !limit.Ok() {
		limit = t.Statutory
	}
	sum := 0.0
	for _, s := range it.Steps {
		if s.When == "" {
			sum += s.Time.Days()
		}
	}
	if limit.Ok() && sum > limit.Days()+1 {
		r.l.Report(it.At("steps"), stepsLonger, sum, limit)
	}
}

func (r *run) trips(it *catalog.Item) {
	for i, t := range it.Trips {
		if t.Count > 0 && t.Reason == "" {
			r.l.Report(it.At("trips", i), tripsReason, t.Count)
		}
		if t.Count == 0 && !remote(it) {
			r.l.Report(it.At("trips", i), tripsOnline)
		}
		for _, u := range it.Trips[:i] {
			if u.Channel == t.Channel {
				r.l.Report(it.At("trips", i), tripsTwice, t.Channel)
			}
		}
	}
}

// remote tells whether the item can be done without going anywhere.
func remote(it *catalog.Item) bool {
	if it.Channels != nil && (len(it.Channels.Online) > 0 || it.Channels.Post != "" || it.Channels.Terminal != "") {
		return true
	}
	for _, s := range it.Steps {
		for _, c := range s.Channels {
			if c == "电话" || c == "上门" {
				return true
			}
		}
	}
	return false
}

func (r *run) fee(it *catalog.Item) {
	f := it.Fee
	switch {
	case f == nil:
		return
	case f.Charged && len(f.Items) == 0:
		r.l.Report(it.At("fee"), feeItems)
	case !f.Charged && len(f.Items) > 0:
		r.l.Report(it.At("fee"), feeFree)
	}
	for i, c := range f.Items {
		if c.Basis == "" {
			r.l.Report(it.At("fee", "items", i), feeBasis, c.Name)
		}
		if c.Amount == nil && c.Standard == "" {
			r.l.Report(it.At("fee", "items", i), feeAmount, c.Name)
		}
	}
}

func (r *run) results(it *catalog.Item) {
	for i, res := range it.Results {
		want := ""
		switch {
		case hasSuffix(res.Name, "许可证", "证书", "执照", "登记证", "资格证", "身份证", "居住证"):
			want = "证照"
		case hasSuffix(res.Name, "批复", "批文"):
			want = "批文"
		}
		if want != "" && string(res.Kind) != want {
			r.l.Report(it.At("results", i), resultKind, res.Name, want)
		}
		r.formFile(it, res.Sample, "results", i, "sample")
	}
}

func hasSuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

func (r *run) channels(it *catalog.Item) {
	c := it.Channels
	if c == nil || len(c.Windows)+len(c.Online) == 0 && c.Terminal == "" && c.Post == "" {
		r.l.Report(it.At("channels"), noWindowNoOnline)
	}
}
