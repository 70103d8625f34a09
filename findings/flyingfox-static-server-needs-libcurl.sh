#!/bin/bash
# FlyingFox 0.27.1 (github.com/swhitty/FlyingFox), Swift with --static-swift-stdlib on Linux.
#
# A program that only serves HTTP with the product FlyingFox does not link statically without libcurl: the module also holds a proxying
# handler on URLSession, and with FoundationNetworking the whole of it is drawn in. Where libcurl's development files are installed, the
# program needs libcurl at run time instead. The package's other product, FlyingSocks, links and runs without.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
swift --version 2>/dev/null | head -1

make() { # PRODUCT CODE
  mkdir -p "$folder/with-$1/Sources/Serve"
  cat > "$folder/with-$1/Package.swift" <<SWIFT
// swift-tools-version: 6.0
import PackageDescription
let package = Package(
  name: "Serve",
  dependencies: [.package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1")],
  targets: [.executableTarget(name: "Serve", dependencies: [.product(name: "$1", package: "FlyingFox")])])
SWIFT
  printf '%s\n' "$2" > "$folder/with-$1/Sources/Serve/main.swift"
  (cd "$folder/with-$1" && swift build --static-swift-stdlib > build.log 2>&1) && echo linked || echo "not linked"
}

needs_curl() { # PRODUCT STATE
  if [ "$2" = linked ]; then ldd "$folder/with-$1/.build/debug/Serve" | grep -q libcurl; else grep -q "curl_easy\|-lcurl" "$folder/with-$1/build.log"; fi
}

server=$(make FlyingFox 'import FlyingFox
let server = HTTPServer(port: 0)
await server.appendRoute("/") { _ in HTTPResponse(statusCode: .ok) }
print("served")')
sockets=$(make FlyingSocks 'import FlyingSocks
import Glibc
let socket = try Socket(domain: Int32(sockaddr_in.family))
try socket.bind(to: sockaddr_in.inet(port: 0))
try socket.listen()
print("listening")
try socket.close()')

needs_curl FlyingFox "$server" && echo "FlyingFox: $server, needs libcurl" || { echo "FlyingFox: $server, needs no libcurl: this has changed"; exit 1; }
[ "$sockets" = linked ] && ! needs_curl FlyingSocks "$sockets" || { echo "FlyingSocks: $sockets: this has changed"; tail -5 "$folder/with-FlyingSocks/build.log"; exit 1; }
echo "FlyingSocks: $sockets, $("$folder/with-FlyingSocks/.build/debug/Serve"), without libcurl"
