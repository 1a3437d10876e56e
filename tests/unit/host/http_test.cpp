// SPDX-License-Identifier: Apache-2.0
#include "host/http.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "host/library_settings.hpp"
#include "text/acceptable.hpp"
#include "unit/host/local_sockets.hpp"
#include "unit/web_server/web_servers.hpp"

using namespace bes;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace {

host::HttpRequest requestFor(const std::string& url, const std::string& password = "") {
    host::HttpRequest request{url, password.empty() ? "" : "setup", Secret(password)};
    request.limit = 20s;
    return request;
}

Failure failureOf(const host::HttpRequest& request) {
    const auto answer = host::fetch(request);
    REQUIRE_FALSE(answer);
    const Failure& failure = answer.error();
    CHECK_FALSE(failure.remedy.empty());
    for (const std::string& text : {failure.what, failure.why, failure.remedy}) {
        CHECK_THAT(text, !Contains("secret-word"));
        CHECK_THAT(text, !Contains("setup:"));
    }
    return failure;
}

} // namespace

TEST_CASE("A page is read by HTTPS from a server whose certificate is good") {
    const WebServers servers;
    const auto answer = host::fetch(requestFor(servers.url("good")));
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->contentType == "application/json");
    CHECK_THAT(answer->body, Contains("Mail01"));
    CHECK(host::fetch(requestFor(servers.url("welcome")))->contentType == "text/html");
    CHECK(host::fetch(requestFor(servers.url("nowhere")))->status == 404);
}

TEST_CASE("A server whose certificate is not good is not read, and gets no password") {
    const WebServers servers;
    const auto why = [&](const std::string& server) {
        const Failure failure = failureOf(requestFor(servers.url("good", server), "secret-word"));
        CHECK(failure.id == "http.tls");
        return failure.why;
    };
    CHECK_THAT(why("wrong-name"), Contains("localhost"));
    CHECK_THAT(why("expired"), Contains("expired"));
    CHECK_THAT(why("unknown-authority"), Contains("issuer"));
    host::removeVariable("SSL_CERT_FILE"); // the system does not know the practice authority
    CHECK_THAT(why("good"), Contains("issuer"));
    CHECK(servers.requests().empty());
    host::setVariable("SSL_CERT_FILE", "/nowhere");
    CHECK_THAT(why("good"), Contains("/nowhere"));
}

TEST_CASE("Account and password are sent as basic authentication and shown nowhere") {
    const WebServers servers;
    CHECK(host::fetch(requestFor(servers.url("locked"), "secret-word"))->status == 200);
    CHECK(host::fetch(requestFor(servers.url("locked"), "wrong"))->status == 401);
    CHECK(host::fetch(requestFor(servers.url("locked")))->status == 401);
    CHECK_THAT(servers.requests(), Contains("c2V0dXA6c2VjcmV0LXdvcmQ="));
}

TEST_CASE("A password does not cross the network as plain text") {
    const Failure refused = failureOf(requestFor("http://mail01.example.com/", "secret-word"));
    CHECK(refused.id == "http.url");
    CHECK_THAT(refused.remedy, Contains("https"));
    CHECK(failureOf(requestFor("http://127.evil.example.com/", "secret-word")).id == "http.url");

    const WebServers servers; // on this computer it may
    CHECK(host::fetch(requestFor(servers.url("locked", "plain"), "secret-word"))->status == 200);
}

TEST_CASE("A redirect is followed to https on the same host only") {
    const WebServers servers;
    CHECK(host::fetch(requestFor(servers.url("here"), "secret-word"))->status == 200);
    CHECK(host::fetch(requestFor(servers.url("to-tls", "plain"), "secret-word"))->status == 200);
    CHECK(failureOf(requestFor(servers.url("here", "plain"))).id == "http.redirect");
    const std::string before = servers.requests();
    for (const char* path : {"away", "to-plain", "to-other-port", "to-file"}) {
        CAPTURE(path);
        CHECK(failureOf(requestFor(servers.url(path), "secret-word")).id == "http.redirect");
    }
    CHECK_THAT(failureOf(requestFor(servers.url("away"))).why, Contains("https://127.0.0.1:"));
    CHECK_FALSE(wrongLine(failureOf(requestFor(servers.url("to-odd-host"))).why));
    CHECK_THAT(failureOf(requestFor(servers.url("to-password"), "secret-word")).why,
               Contains("https://***.example.com"));
    CHECK_THAT(failureOf(requestFor(servers.url("loop"))).why, Contains("endlessly"));
    const std::string since = servers.requests().substr(before.size());
    CHECK_THAT(since, !Contains("/good") && !Contains("plain /") && !Contains("good-too /"));
}

TEST_CASE("Reading ends at its time limit, however the server is slow") {
    const WebServers servers;
    for (const char* path : {"slow", "drip"}) {
        auto request = requestFor(servers.url(path));
        request.limit = 500ms;
        const auto begin = std::chrono::steady_clock::now();
        const Failure failure = failureOf(request);
        CHECK(failure.id == "http.timeout");
        CHECK_THAT(failure.why, Contains("0.5 seconds"));
        CHECK(std::chrono::steady_clock::now() - begin < 10s);
    }
}

TEST_CASE("An answer that is too long is not read to its end") {
    const WebServers servers;
    auto request = requestFor(servers.url("huge"));
    CHECK(failureOf(request).id == "http.too-long");
    request = requestFor(servers.url("good"));
    request.longest = host::fetch(request)->body.size();
    CHECK(host::fetch(request));
    --request.longest;
    CHECK(failureOf(request).id == "http.too-long");
    const Failure headers = failureOf(requestFor(servers.url("endless_headers")));
    CHECK(headers.id == "http.too-long");
    CHECK_THAT(headers.why, Contains("262144 bytes"));
}

TEST_CASE("A server that is not there is told with the system's reason") {
    const LocalSocket silent(SOCK_STREAM); // bound, but nobody listens
    const Failure failure = failureOf(requestFor("https://127.0.0.1:" + std::to_string(silent.port())));
    CHECK(failure.id == "http.connect");
    CHECK_THAT(failure.what, Contains("https://127.0.0.1:"));
    CHECK_THAT(failure.why, Contains("refused"));
    CHECK(failureOf(requestFor("https://no-such-name.invalid/")).id == "http.connect");
}

TEST_CASE("What is no URL of a web server, or has a password in it, is refused without showing it") {
    for (const char* url : {"", "mail01", "ftp://mail01/", "file:///etc/passwd", "https://", "https://a b/",
                            "https://setup:secret-word@mail01.example.com/", "https://setup:secret-word@",
                            "https://setup:secret-word@mail01:port/"}) {
        CAPTURE(url);
        CHECK(failureOf(requestFor(url)).id == "http.url");
    }
}
