# One word, one thing. CI runs `make test` and `make build`, nothing that a person cannot run.
YBT = go run ./generator

.PHONY: all build serve test check fmt docs report bench fuzz lint clean

all: build

build:            ## check everything and publish public/
	$(YBT) build

serve:            ## preview at http://localhost:8080, live
	$(YBT) serve

test: lint        ## all tests; what needs Chromium or Node says so when they are missing
	go test -timeout 15m ./...

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

bench:            ## the figures of ARCHITECTURE.md, on this machine
	go run ./generator/bench

fuzz:             ## every reader, half a minute each
	for t in source:FuzzDecode source:FuzzQuick catalog:FuzzLoadItem content:FuzzLoad markdown:FuzzHTML publish:FuzzScanKeepsInsideTheBody theme:FuzzEscapersAgreeWithHTMLTemplate export:FuzzTextSurvivesJSON; do \
	  p=$${t%%:*}; f=$${t##*:}; go test ./generator/$$p -run '^$$' -fuzz "^$$f$$" -fuzztime 30s || exit 1; \
	done

clean:
	find public -mindepth 1 ! -name .gitignore -delete
