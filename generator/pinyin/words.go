package pinyin

import (
	"strings"
	"sync"
)

// words are the words in which a character has its second reading, for sorting. Searching
// does not need them: it knows all readings of a character.
const words = `
重庆 chong qing
重新 chong xin
重建 chong jian
重复 chong fu
重组 chong zu
重婚 chong hun
行业 hang ye
银行 yin hang
商行 shang hang
会计 kuai ji
调整 tiao zheng
调解 tiao jie
调节 tiao jie
校验 jiao yan
校准 jiao zhun
校对 jiao dui
校正 jiao zheng
参差 cen ci
人参 ren shen
畜禽 chu qin
种畜 zhong chu
家畜 jia chu
牲畜 sheng chu
长者 zhang zhe
长辈 zhang bei
长子 zhang zi
家长 jia zhang
校长 xiao zhang
乐器 yue qi
音乐 yin yue
朝阳 chao yang
宝藏 bao zang
藏区 zang qu
西藏 xi zang
藏族 zang zu
传记 zhuan ji
出差 chu chai
还没 hai mei
税率 shui lv
效率 xiao lv
表率 biao shuai
首都 shou du
给付 ji fu
给水 ji shui
便宜 pian yi
盛饭 cheng fan
口供 kou gong
弹性 tan xing
弹簧 tan huang
投降 tou xiang
强迫 qiang po
薄荷 bo he
名宿 ming su
`

// word is a spelled word: its characters and the syllable of each.
type word struct {
	runes     []rune
	syllables []string
}

// spelled maps the first character of a word to the words that begin with it.
var spelled = sync.OnceValue(func() map[rune][]word {
	m := make(map[rune][]word)
	for line := range strings.Lines(words) {
		fields := strings.Fields(line)
		if len(fields) > 1 {
			w := word{[]rune(fields[0]), fields[1:]}
			m[w.runes[0]] = append(m[w.runes[0]], w)
		}
	}
	return m
})

// wordKey writes the key of the spelled word that rs begins with and returns its length,
// or writes nothing and returns 0.
func wordKey(b *strings.Builder, rs []rune) int {
	for _, w := range spelled()[rs[0]] {
		if len(w.runes) > len(rs) || string(rs[:len(w.runes)]) != string(w.runes) {
			continue
		}
		for i, r := range w.runes {
			runeKey(b, r, w.syllables[i])
		}
		return len(w.runes)
	}
	return 0
}
