# One word, one thing. CI runs `make test` and `make build`, nothing that a person cannot run.
YBT = go run ./generator
QUERIES = generator/search/testdata/queries.tsv
MADE = $(or $(TMPDIR),/tmp)/yibentong-search

.PHONY: all build booklets serve test check fmt docs report bench bench-search fuzz lint clean

all: build

build:            ## check everything and publish public/, with the books in public/booklets/
	$(YBT) build --booklets

booklets:         ## both books as PDF in all forms, notice sheets and guides, in booklets/
	$(YBT) booklet

serve:            ## preview at http://localhost:8080, live
	$(YBT) serve

test: lint        ## all tests; what needs Chromium or Node says so when they are missing
	go test -timeout 30m ./...

lint:             ## formatting, vet, stale generated files
	@test -z "$$(gofmt -l generator)" || { gofmt -l generator; echo 'run: gofmt -w generator'; exit 1; }
	go vet ./...
	$(YBT) docs -l

check:            ## check the records, write nothing
	$(YBT) check

fmt:              ## bring the records into their canonical form
	$(YBT) fmt

docs:             ## rewrite catalog/schema/ from the types and rules
	$(YBT) docs

report:           ## how complete each item and department is
	$(YBT) report

bench: bench-search ## the figures of ARCHITECTURE.md, on this machine
	go run ./generator/bench
	go run ./generator/bench booklet

bench-search:     ## how well and how fast the search answers, beside MiniSearch and Pagefind
	cd generator/search/bench && npm ci --ignore-scripts --no-audit --no-fund --silent
	go run ./generator/bench search -o $(MADE)/real && go run ./generator/bench search -n 50000 -o $(MADE)/50000
	node generator/search/bench/quality.mjs $(MADE)/real $(QUERIES)
	node generator/search/bench/quality.mjs $(MADE)/50000 $(QUERIES) --cold
	node generator/search/bench/peers.mjs $(MADE)/real $(QUERIES)
	node generator/search/bench/pagefind.mjs $(MADE)/real
	PEERS=$(MADE)/real go test ./generator/e2e -run '^$$' -bench SearchInChromium -benchtime 1x
	rm -r $(MADE)

fuzz:             ## every reader, half a minute each
	for t in source:FuzzDecode source:FuzzQuick catalog:FuzzLoadItem content:FuzzLoad markdown:FuzzHTML publish:FuzzScanKeepsInsideTheBody theme:FuzzEscapersAgreeWithHTMLTemplate export:FuzzTextSurvivesJSON typeset:FuzzParagraph preflight:FuzzCheck; do \
	  p=$${t%%:*}; f=$${t##*:}; go test ./generator/$$p -run '^$$' -fuzz "^$$f$$" -fuzztime 30s || exit 1; \
	done

clean:
	find public -mindepth 1 ! -name .gitignore -delete
