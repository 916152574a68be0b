# docker build --tag consentlint .
# docker run --rm --volume "$PWD:/program:ro" consentlint

FROM rust:1.95-slim-bookworm AS build
WORKDIR /build
COPY Cargo.toml Cargo.lock ./
COPY src src
COPY rules rules
# Linked statically, so that the image needs nothing else; building for a named target keeps
# the flag from macros, which are loaded at run time.
RUN target="$(rustc --print host-tuple)" \
    && RUSTFLAGS="-C target-feature=+crt-static" cargo build --release --locked --target "$target" \
    && mv "target/$target/release/consentlint" /consentlint

FROM scratch
LABEL org.opencontainers.image.source="https://github.com/consentlint/consentlint" \
      org.opencontainers.image.description="Compliance linter for Alipay-family mini programs" \
      org.opencontainers.image.licenses="MIT OR Apache-2.0"
COPY --from=build /consentlint /consentlint
USER 65532:65532
WORKDIR /program
ENTRYPOINT ["/consentlint"]
CMD ["check"]
