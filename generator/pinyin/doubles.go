package pinyin

import (
	"strings"
	"sync"
)

// doubles lists characters that people read, and therefore type, in more than one way, the
// usual reading first. Archaic readings and readings found in personal names only are left out.
const doubles = `
行 xing hang
会 hui kuai
校 xiao jiao
调 diao tiao
给 ji gei
重 zhong chong
长 chang zhang
都 du dou
还 huan hai
参 can shen cen
畜 xu chu
扎 za zha
卡 ka qia
率 lv shuai
乐 le yue
单 dan shan
朝 chao zhao
厦 sha xia
种 zhong chong
得 de dei
地 di de
的 de di
着 zhe zhao zhuo
了 le liao
藏 cang zang
传 chuan zhuan
曾 ceng zeng
差 cha chai
弹 dan tan
降 jiang xiang
强 qiang jiang
薄 bo bao
宿 su xiu
石 shi dan
系 xi ji
血 xue xie
仔 zi zai
便 bian pian
盛 sheng cheng
露 lu lou
壳 ke qiao
剥 bo bao
咖 ka ga
解 jie xie
落 luo la
模 mo mu
称 cheng chen
没 mei mo
哪 na nei
那 na nei
这 zhe zhei
咋 za zha
似 si shi
择 ze zhai
熟 shu shou
尿 niao sui
觉 jue jiao
提 ti di
塞 sai se
色 se shai
巷 xiang hang
拓 tuo ta
粘 zhan nian
嚼 jiao jue
沓 ta
省 sheng xing
刹 sha cha
偻 lou lv
栅 zha shan
绿 lv lu
六 liu lu
柏 bai bo
堡 bao pu
囤 tun dun
掺 chan
蛤 ha ge
角 jiao jue
圈 quan juan
抹 mo ma
什 shen shi
伺 ci si
轧 zha ya
幢 zhuang
琢 zhuo
柞 zuo zha
番 fan pan
佛 fo
阿 a e
大 da dai
`

// doubleReadings parses doubles once.
var doubleReadings = sync.OnceValue(func() map[rune][]string {
	m := make(map[rune][]string)
	for line := range strings.Lines(doubles) {
		fields := strings.Fields(line)
		if len(fields) > 1 {
			m[[]rune(fields[0])[0]] = fields[1:]
		}
	}
	return m
})
