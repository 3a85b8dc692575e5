package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sitePage is page n of a site as text: a name above and a slogan below that no list of
// words knows, and a chapter that stands on every page.
func sitePage(n int) string {
	return fmt.Sprintf("青石湾听潮阁\n\n第%d号渔汛通报\n\n综合\n\n今年第%d号渔汛里，青石湾出海%d艘船，捕鱼%d吨，增长8%%。\n\n渔港\n\n渔港靠泊%d艘次，比上月多3艘次，秩序良好。\n\n听潮阁上看潮生\n", n, n, n+20, n*7+100, n+40)
}

func siteOf(t *testing.T, pages int) (*Sites, []File) {
	dir := t.TempDir()
	var files []File
	for n := 1; n <= pages; n++ {
		f := File{Path: fmt.Sprintf("%03d.txt", n), OS: filepath.Join(dir, fmt.Sprintf("%03d.txt", n))}
		require.NoError(t, os.WriteFile(f.OS, []byte(sitePage(n)), 0o600))
		files = append(files, f)
	}
	return NewSites(files), files
}

func TestWhatRepeatsOnASiteIsFurniture(t *testing.T) {
	sites, files := siteOf(t, 4)
	read := func(r *Repeats) *Document {
		d, err := Options{Repeats: r}.Read("a.txt", []byte(sitePage(9)), pageWords())
		require.NoError(t, err)
		checkDocument(t, d)
		return d
	}
	body := "综合\n今年第9号渔汛里，青石湾出海29艘船，捕鱼163吨，增长8%。\n渔港\n渔港靠泊49艘次，比上月多3艘次，秩序良好。\n"
	alone := read(nil)
	assert.Contains(t, alone.Clean(), "青石湾听潮阁")
	d := read(sites.Of(files[0]))
	assert.Equal(t, "第9号渔汛通报\n"+body, d.Clean(), "chapters stay, though every page has them")
	assert.Equal(t, "第9号渔汛通报", d.Given.Title)
	assert.Equal(t, "repeats on 4 pages", d.Blocks[0].Why)
}

func TestWhatDoesNotRepeat(t *testing.T) {
	r := NewRepeats()
	add := func(text string) { r.Add("a.txt", []byte(text)) }
	page := func(n int, lines string) string {
		return fmt.Sprintf("云溪县第%d次会议\n\n%s\n\n全县完成投资%d亿元，增长8%%，增速居全市第二。\n", n, lines, n+30)
	}
	add(page(1, "青石湾听潮阁"))
	add(page(1, "青石湾听潮阁"))
	add(page(1, "青石湾听潮阁"))
	assert.Zero(t, r.Has("青石湾听潮阁"), "copies of a page are one page")
	add(page(2, "青石湾听潮阁"))
	assert.Zero(t, r.Has("青石湾听潮阁"), "two pages are too few")
	add(page(3, "青石湾 听潮阁"))
	assert.Equal(t, 3, r.Has("青石湾听潮阁"), "white space aside")
	for n := 4; n < 20; n++ {
		add(page(n, "全县完成投资12亿元"))
	}
	assert.Zero(t, r.Has("青石湾听潮阁"), "three of nineteen pages are too few")
	assert.Zero(t, r.Has("全县完成投资12亿元"), "a line with a figure")
	assert.Zero(t, (*Repeats)(nil).Has("青石湾听潮阁"))
}

func TestATitleThatRepeatsStays(t *testing.T) {
	r := NewRepeats()
	page := func(n int) []byte {
		return []byte(fmt.Sprintf("政府工作报告\n\n各位代表：\n\n全县完成投资%d亿元，增长8%%，增速居全市第二。\n\n税收达到%d亿元，增长6%%，连续三年增长。\n", n+30, n))
	}
	for n := 1; n < 6; n++ {
		r.Add("a.txt", page(n))
	}
	d, err := Options{Repeats: r}.Read("a.txt", page(9), pageWords())
	require.NoError(t, err)
	assert.Equal(t, "政府工作报告\n各位代表：\n全县完成投资39亿元，增长8%，增速居全市第二。\n税收达到9亿元，增长6%，连续三年增长。\n", d.Clean())
}

func TestSitesAreTheSameForAllWhoAsk(t *testing.T) {
	sites, files := siteOf(t, sampled+20)
	found := make([]*Repeats, len(files))
	var wait sync.WaitGroup
	for i, f := range files {
		wait.Go(func() { found[i] = sites.Of(f) })
	}
	wait.Wait()
	for _, r := range found {
		assert.Same(t, found[0], r)
	}
	assert.Equal(t, sampled, found[0].Has("青石湾听潮阁"), "no more are looked at")
	assert.LessOrEqual(t, len(found[0].lines), 8, "what does not repeat is forgotten")
	assert.Nil(t, sites.Of(File{OS: filepath.Join(t.TempDir(), "x.txt")}))
}

func TestRepeatsAreReadFromTheirKey(t *testing.T) {
	sites, files := siteOf(t, 12)
	was := sites.Of(files[0])
	require.NotEmpty(t, was.Key())
	again, err := RepeatsOf(was.Key())
	require.NoError(t, err)
	assert.Equal(t, was.Key(), again.Key())
	assert.Equal(t, 12, again.Has("青石湾听潮阁"))
	none, err := RepeatsOf(nil)
	require.NoError(t, err)
	assert.Nil(t, none)
	for _, cut := range []int{1, 8} {
		_, err := RepeatsOf(was.Key()[:len(was.Key())-cut])
		assert.Error(t, err, "%d bytes short", cut)
	}
}

// TestLookAtAsksForNoMoreThanItNeeds counts the files that are asked for: those of a crawl
// lie far away.
func TestLookAtAsksForNoMoreThanItNeeds(t *testing.T) {
	_, files := siteOf(t, sampled+20)
	asked := 0
	r := LookAt(func(yield func(File) bool) {
		for _, f := range files {
			if asked++; !yield(f) {
				return
			}
		}
	})
	assert.Equal(t, sampled, asked)
	assert.Equal(t, sampled, r.Has("青石湾听潮阁"))
}
