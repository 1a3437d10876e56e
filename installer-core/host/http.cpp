// SPDX-License-Identifier: Apache-2.0
#include "host/http.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "host/network.hpp"
#include "host/process.hpp"
#include "host/system_reason.hpp"
#include "model/redacted.hpp"
#include "model/server.hpp"
#include "model/try.hpp"
#include "text/quantities.hpp"
#include "text/visible.hpp"

namespace bes::host {
namespace {

using Clock = std::chrono::steady_clock;
using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;
using UrlHandle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

constexpr int mostRedirects = 5;
constexpr std::size_t longestHeaders = std::size_t{256} << 10U;

/// What matters of a URL, which the web calls its origin. None of it is secret.
struct Origin {
    std::string scheme;
    std::string host;
    std::string port;
    bool hasUser = false;

    [[nodiscard]] std::string text() const { return scheme + "://" + host + ":" + port; }
    [[nodiscard]] bool isLoopback() const {
        return sameName(host, "localhost") || host == "[::1]" ||
               (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos);
    }
};

std::string part(CURLU* url, CURLUPart which, unsigned flags = CURLU_DEFAULT_PORT) {
    char* text = nullptr;
    if (curl_url_get(url, which, &text, flags) != CURLUE_OK)
        return {};
    std::string result = text;
    curl_free(text);
    return result;
}

std::optional<Origin> originOf(const std::string& text) {
    const UrlHandle url(curl_url(), curl_url_cleanup);
    if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK)
        return std::nullopt;
    Origin origin{part(url.get(), CURLUPART_SCHEME), part(url.get(), CURLUPART_HOST),
                  part(url.get(), CURLUPART_PORT),
                  !part(url.get(), CURLUPART_USER).empty() || !part(url.get(), CURLUPART_PASSWORD).empty()};
    const bool isWeb = origin.scheme == "http" || origin.scheme == "https";
    return isWeb && !origin.host.empty() ? std::optional(origin) : std::nullopt;
}

/// Where a page at `base` leads by "Location: …"; empty where that is no URL. (The one that libcurl makes has
/// the password in it.)
std::string resolved(const std::string& base, const char* location) {
    const UrlHandle url(curl_url(), curl_url_cleanup);
    if (!url || curl_url_set(url.get(), CURLUPART_URL, base.c_str(), 0) != CURLUE_OK ||
        curl_url_set(url.get(), CURLUPART_URL, location, 0) != CURLUE_OK)
        return {};
    return part(url.get(), CURLUPART_URL, 0);
}

tl::unexpected<Failure> failed(std::string id, const std::string& where, std::string why,
                               std::string remedy) {
    return fail(ExitCode::failed, std::move(id), "Can't read from " + where, std::move(why),
                std::move(remedy));
}

/// What arrives, up to its limits.
struct Arriving {
    std::string body;
    std::uint64_t longest = 0; ///< of the body
    std::size_t headers = 0;   ///< bytes
    bool tooLong = false;
};

std::size_t countHeader(const char*, std::size_t, std::size_t count, void* target) {
    Arriving& arriving = *static_cast<Arriving*>(target);
    arriving.headers += count;
    arriving.tooLong = arriving.headers > longestHeaders;
    return arriving.tooLong ? 0 : count;
}

std::size_t takeBody(const char* bytes, std::size_t, std::size_t count, void* target) {
    Arriving& arriving = *static_cast<Arriving*>(target);
    arriving.tooLong = arriving.body.size() + count > arriving.longest;
    if (arriving.tooLong)
        return 0;
    arriving.body.append(bytes, count);
    return count;
}

/// One exchange, and where it wants to send us.
struct Exchange {
    HttpAnswer answer;
    std::optional<std::string> redirect; ///< its URL; empty text where it is none
};

void prepare(CURL* curl, const HttpRequest& request, const std::string& url, std::chrono::milliseconds left) {
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    if (const char* authorities = std::getenv("SSL_CERT_FILE"))
        curl_easy_setopt(curl, CURLOPT_CAINFO, authorities);
    else // where they are in no file
        curl_easy_setopt(curl, CURLOPT_SSL_OPTIONS, static_cast<long>(CURLSSLOPT_NATIVE_CA));
    if (!request.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(curl, CURLOPT_USERNAME, request.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, request.password.reveal().data());
    }
}

/// The name service is asked by ourselves: libcurl would wait for its answer beyond any limit.
Result<List> addressesOf(const Origin& origin, std::chrono::milliseconds limit) {
    List list(nullptr, curl_slist_free_all);
    if (origin.host.starts_with('[')) // an address
        return list;
    const auto addresses = resolve(origin.host, limit);
    if (!addresses)
        return failed("http.connect", origin.text(), addresses.error().why, addresses.error().remedy);
    std::string entry;
    for (const std::string& address : *addresses)
        entry += (entry.empty() ? origin.host + ":" + origin.port + ":" : ",") +
                 (address.find(':') == std::string::npos ? address : "[" + address + "]");
    list.reset(curl_slist_append(nullptr, entry.c_str()));
    return list;
}

tl::unexpected<Failure> failureOf(CURLcode code, std::string reason, const std::string& where,
                                  const HttpRequest& request) {
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return failed("http.timeout", where, "No complete answer within " + inSeconds(request.limit),
                      "Check that the server is running, or allow more time");
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
        return failed(
            "http.tls", where, std::move(reason),
            "Use the name that is in the server's certificate. For a CA certificate of your own, set the "
            "environment variable SSL_CERT_FILE to its file");
    default:
        return failed("http.connect", where, std::move(reason),
                      "Check the URL, and that HTTP runs on that server");
    }
}

/// libcurl's words, with the system's behind them where it has any.
std::string reasonOf(CURL* curl, CURLcode code, const std::string& words) {
    long error = 0;
    curl_easy_getinfo(curl, CURLINFO_OS_ERRNO, &error);
    return (words.empty() ? curl_easy_strerror(code) : words) +
           (code == CURLE_COULDNT_CONNECT && error != 0
                ? " (" + systemReason(std::error_code(static_cast<int>(error), std::system_category())) + ")"
                : "");
}

std::string contentTypeOf(CURL* curl) {
    const char* header = nullptr;
    curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &header);
    std::string type = header == nullptr ? "" : header;
    type.resize(std::min(type.find_first_of("; "), type.size()));
    std::ranges::transform(type, type.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return type;
}

std::optional<std::string> redirectOf(CURL* curl, const std::string& url) {
    curl_header* header = nullptr;
    if (curl_easy_header(curl, "Location", 0, CURLH_HEADER, -1, &header) != CURLHE_OK)
        return std::nullopt;
    return resolved(url, header->value);
}

std::chrono::milliseconds timeTo(Clock::time_point deadline) {
    return std::max(std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()),
                    std::chrono::milliseconds(1)); // libcurl takes 0 for no limit
}

Result<Exchange> exchange(const HttpRequest& request, const std::string& url, const Origin& origin,
                          Clock::time_point deadline) {
    TRY_ASSIGN(const auto addresses, addressesOf(origin, timeTo(deadline)));
    const Handle curl(curl_easy_init(), curl_easy_cleanup);
    if (!curl)
        throw std::runtime_error("curl_easy_init");
    std::array<char, CURL_ERROR_SIZE> reason{};
    Arriving arriving{.body = {}, .longest = request.longest};
    prepare(curl.get(), request, url, timeTo(deadline));
    curl_easy_setopt(curl.get(), CURLOPT_RESOLVE, addresses.get());
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, reason.data());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &arriving);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, countHeader);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &arriving);
    const CURLcode code = curl_easy_perform(curl.get());
    if (arriving.tooLong)
        return failed(
            "http.too-long", origin.text(),
            "The answer is longer than " +
                std::to_string(arriving.headers > longestHeaders ? longestHeaders : request.longest) +
                " bytes",
            "Check that the URL is that of a Domino server");
    if (code != CURLE_OK)
        return failureOf(code, reasonOf(curl.get(), code, reason.data()), origin.text(), request);
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return Exchange{{static_cast<int>(status), contentTypeOf(curl.get()), std::move(arriving.body)},
                    status >= 300 && status < 400 ? redirectOf(curl.get(), url) : std::nullopt};
}

/// From http any port of https is fine; else another port may be another's server, which must not see the
/// password.
bool mayFollow(const Origin& from, const Origin& to) {
    return to.scheme == "https" && sameName(from.host, to.host) &&
           (from.scheme == "http" || from.port == to.port);
}

Result<Origin> checkedOrigin(const HttpRequest& request) {
    constexpr const char* remedy = "Enter a URL such as https://mail01.example.com";
    const auto origin = originOf(request.url);
    if (!origin)
        return failed("http.url", "the given URL", "It is not the URL of a web server", remedy);
    if (origin->hasUser)
        return failed("http.url", origin->text(), "Other users can see an account or password in a URL",
                      "Enter the account and its password separately from the URL");
    if (origin->scheme == "http" && !request.password.empty() && !origin->isLoopback())
        return failed("http.url", origin->text(), "The password would be sent as plain text", "Use https");
    return *origin;
}

} // namespace

Result<HttpAnswer> fetch(const HttpRequest& request) {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK)
        throw std::runtime_error("curl_global_init");
    const Clock::time_point deadline = Clock::now() + request.limit;
    TRY_ASSIGN(auto origin, checkedOrigin(request));
    std::string url = request.url;
    for (int redirects = 0; redirects <= mostRedirects; ++redirects) {
        TRY_ASSIGN(auto exchanged, exchange(request, url, origin, deadline));
        if (!exchanged.redirect)
            return std::move(exchanged.answer);
        const auto next = originOf(*exchanged.redirect);
        if (!next || next->hasUser || !mayFollow(origin, *next))
            return failed("http.redirect", origin.text(),
                          "The server redirects to " +
                              (next ? shownText(redacted(next->text(), request.password))
                                    : "something that is not a web server") +
                              "; setup follows https on the same host only",
                          "Enter the URL of the Domino server itself");
        origin = *next;
        url = *exchanged.redirect;
    }
    return failed("http.redirect", origin.text(), "The server redirects endlessly",
                  "Enter the URL of the Domino server itself");
}

std::string trustedAuthorities() {
    if (const char* authorities = std::getenv("SSL_CERT_FILE"))
        return authorities;
    const char* const authorities = curl_version_info(CURLVERSION_NOW)->cainfo;
    return authorities ? authorities : "";
}

} // namespace bes::host
