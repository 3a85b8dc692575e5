# make run    builds qushu and reads the sample documents into out/
# make test   every test: of the code, of the rules, of the goldens
# make accept scores qushu on the annotated documents beside the checkout, if there are any

BIN := bin/qushu
SAMPLES := corpus/samples
GOLDENS := golden/cases
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME ?= 30s

.PHONY: build run test accept floors lint race bench fuzz dist beam-worker beam-demo beam-test clean

build: $(BIN)

.PHONY: $(BIN)
$(BIN):
	@command -v go >/dev/null || { echo "qushu needs Go 1.26 or newer: there is no go command" >&2; exit 1; }
	@command -v $$(go env CXX | cut -d' ' -f1) >/dev/null || { echo "qushu needs a C++ compiler for its word segmenter: there is no $$(go env CXX); install g++ or clang, or set CXX" >&2; exit 1; }
	@go build -o $(BIN) ./cmd/qushu

run: build
	@$(BIN) run -o out $(SAMPLES)
	@echo "The table is out/facts.jsonl; its first facts:"
	@echo
	@$(BIN) show -n 12 out

test: build
	go test -timeout 20m ./...
	$(BIN) rules check
	$(BIN) rules test
	$(BIN) rules fmt -l rules
	$(BIN) golden check $(GOLDENS)

accept: build
	@.ci/accept

# Lifts the floors of golden/floors.tsv to today's scores; LOWER=--lower lets them fall.
floors: build
	@.ci/accept --raise $(LOWER)

lint:
	@out=$$(gofmt -s -l cmd corpus extract golden normalize rules); [ -z "$$out" ] || { echo "gofmt -s would change:"; echo "$$out"; exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...

race:
	go test -race ./...

# For benchstat. CORPUS names a folder of texts to read instead of the samples.
bench:
	go test -run '^$$' -bench . -benchmem ./...

# Every fuzz target for FUZZTIME.
fuzz:
	@for pkg in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "$$pkg $$target"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; \
		done; \
	done

# A static binary for Linux with everything inside, and its checksum, into dist/.
dist:
	@mkdir -p dist
	CGO_ENABLED=1 go build -trimpath -tags netgo,osusergo -ldflags '-s -w -linkmode external -extldflags "-static"' -o dist/qushu ./cmd/qushu
	cd dist && sha256sum qushu > SHA256SUMS

# qushu on Apache Beam is a module of its own; its first build takes minutes. All three build
# with the same flags, so that what one has compiled serves the others.
BEAM := CGO_ENABLED=1 GOFLAGS='-trimpath -buildvcs=false -tags=netgo,osusergo'

# A static worker and launcher with everything inside.
beam-worker:
	@mkdir -p dist
	cd cmd/qushu-beam && $(BEAM) go build -ldflags '-s -w -linkmode external -extldflags "-static"' -o ../../dist/qushu-beam .

# CORPUS names a folder of documents to read instead of the samples.
beam-demo: build beam-worker
	@cmd/qushu-beam/demo $(or $(CORPUS),$(SAMPLES))

beam-test: build beam-worker
	cd cmd/qushu-beam && $(BEAM) go vet . && $(BEAM) go test -timeout 30m .

# Runs that binary in a root that holds nothing else, as nobody and without a network; needs root.
dist-check: dist
	rm -rf dist/bare && mkdir -p dist/bare/in dist/bare/out && mkdir -m 1777 dist/bare/tmp
	cp dist/qushu dist/bare && cp $(SAMPLES)/*.* dist/bare/in && chmod 777 dist/bare/out
	cd dist && sha256sum -c SHA256SUMS
	env -i PATH="$$PATH" XDG_CACHE_HOME=/tmp unshare --net --mount --root=dist/bare --wd=/ --setuid 65534 --setgid 65534 /qushu run -o /out/run /in
	$(BIN) run -o dist/here $(SAMPLES) && cmp dist/here/facts.jsonl dist/bare/out/run/facts.jsonl

clean:
	rm -rf bin out dist
