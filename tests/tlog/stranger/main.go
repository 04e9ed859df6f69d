// Verifies a log's files with the Go project's own packages, which know nothing of congkhai:
// the checkpoint's signature, every tile, every entry, a proof of each entry, and that each
// smaller tree begins the whole one.
//
//	main LOG VERIFIER_KEY [PROOF ENTRY]
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const width = 256

// numbered is the path of tile n of a level, of which w hashes or entries are there.
func numbered(level string, n int64, w int) string {
	path := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		path = fmt.Sprintf("x%03d/%s", n%1000, path)
	}
	if w < width {
		path += fmt.Sprintf(".p/%d", w)
	}
	return "tile/" + level + "/" + path
}

type folder string

func (f folder) Height() int { return 8 }

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, t := range tiles {
		content, err := os.ReadFile(filepath.Join(string(f), numbered(strconv.Itoa(t.L), t.N, t.W)))
		if err != nil {
			return nil, err
		}
		found = append(found, content)
	}
	return found, nil
}

func (f folder) entries(size int64) [][]byte {
	var found [][]byte
	for n := int64(0); n*width < size; n++ {
		w := size - n*width
		if w > width {
			w = width
		}
		content, err := os.ReadFile(filepath.Join(string(f), numbered("entries", n, int(w))))
		must(err)
		for len(content) > 0 {
			end := 2 + int(binary.BigEndian.Uint16(content))
			found = append(found, content[2:end])
			content = content[end:]
		}
	}
	return found
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// opened is the tree of a signed checkpoint.
func opened(content []byte, key string) tlog.Tree {
	verifier, err := note.NewVerifier(key)
	must(err)
	signed, err := note.Open(content, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := base64.StdEncoding.DecodeString(lines[2])
	must(err)
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree
}

func checkProof(path, entry, key string) {
	content, err := os.ReadFile(path)
	must(err)
	head, checkpoint, _ := strings.Cut(string(content), "\n\n")
	tree := opened([]byte(checkpoint), key)
	var proof tlog.RecordProof
	index := int64(-1)
	for _, line := range strings.Split(head, "\n")[1:] {
		if value := strings.TrimPrefix(line, "index "); value != line {
			index, err = strconv.ParseInt(value, 10, 64)
			must(err)
		} else if !strings.HasPrefix(line, "extra ") {
			hash, err := tlog.ParseHash(line)
			must(err)
			proof = append(proof, hash)
		}
	}
	data, err := os.ReadFile(entry)
	must(err)
	must(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(data)))
}

func main() {
	place, key := folder(os.Args[1]), os.Args[2]
	content, err := os.ReadFile(filepath.Join(string(place), "checkpoint"))
	must(err)
	tree := opened(content, key)
	reader := tlog.TileHashReader(tree, place)
	entries := place.entries(tree.N)
	if int64(len(entries)) != tree.N {
		log.Fatalf("%d entries, not %d", len(entries), tree.N)
	}
	for index, entry := range entries {
		proof, err := tlog.ProveRecord(tree.N, int64(index), reader)
		must(err)
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, int64(index), tlog.RecordHash(entry)))
		size := int64(index + 1)
		smaller, err := tlog.TreeHash(size, reader)
		must(err)
		beginning, err := tlog.ProveTree(tree.N, size, reader)
		must(err)
		must(tlog.CheckTree(beginning, tree.N, tree.Hash, size, smaller))
	}
	if len(os.Args) > 4 {
		checkProof(os.Args[3], os.Args[4], key)
	}
	fmt.Println(tree.N)
}
