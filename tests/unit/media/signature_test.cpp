// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include "media/sign.hpp"
#include "media/verify_signature.hpp"
#include "places_of_tests.hpp"
#include "text/path_text.hpp"
#include "unit/media/practice_media.hpp"
#include "unit/media/signing_identity.hpp"

namespace {

namespace fs = std::filesystem;
using bes::media::judgeSignature;
using bes::media::loadTrust;
using bes::media::Signer;
using bes::media::Signing;

const std::string text = "{\n  \"format\": \"practice\"\n}\r\n"; // binary: neither line end may be changed

std::string signedBy(const Signing& identity) {
    const auto signer = Signer::load(identity);
    if (!signer)
        throw std::runtime_error(signer.error().why);
    return signer->sign(text).value();
}

std::string refusalToSign(const Signing& identity) {
    const auto signer = Signer::load(identity);
    REQUIRE_FALSE(signer);
    CHECK(signer.error().id == "media.signing-key");
    CHECK_FALSE(signer.error().remedy.empty());
    return signer.error().why;
}

/// A certificate of `subject` that `authority` signed, with the given extensions; followed by nothing else.
Signing issue(const fs::path& folder, const Signing& authority, const std::string& subject,
              const std::string& extensions, bool expired = false) {
    const Signing issued{folder / (subject + ".key"), folder / (subject + ".pem")};
    const fs::path request = folder / (subject + ".csr");
    const fs::path extensionFile = folder / (subject + ".cnf");
    writeText(extensionFile, extensions);
    runWell({"openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=" + subject, "-keyout",
             issued.key, "-out", request});
    if (expired)
        runWell({BES_SOURCE_DIR "/tests/lab/issue-expired", request, authority.certificate, authority.key,
                 extensionFile, issued.certificate});
    else
        runWell({"openssl", "x509", "-req", "-in", request, "-CA", authority.certificate, "-CAkey",
                 authority.key, "-CAcreateserial", "-days", "30", "-extfile", extensionFile, "-out",
                 issued.certificate});
    return issued;
}

} // namespace

TEST_CASE("the openssl command accepts our signatures") {
    const TemporaryFolder folder;
    const fs::path content = folder.path() / "media.json";
    const fs::path signature = folder.path() / "media.json.p7s";
    const std::vector<std::string> extended = GENERATE(
        std::vector<std::string>{}, std::vector<std::string>{"-addext", "extendedKeyUsage=codeSigning"});
    const Signing identity = makeIdentity(folder.path(), "vendor", extended);
    writeText(content, text);
    writeText(signature, signedBy(identity));
    Words command{"openssl", "cms",      "-verify",  "-binary", "-inform", "DER",
                  "-in",     signature,  "-content", content,   "-CAfile", identity.certificate,
                  "-out",    "/dev/null"};
    if (!extended.empty())
        command.insert(command.end(), {"-purpose", "any"});
    CHECK(succeeds(command));
    writeText(content, text + " ");
    CHECK_FALSE(succeeds(command));
}

TEST_CASE("the same text and key give the same signature") {
    const TemporaryFolder folder;
    const Signing identity = makeIdentity(folder.path(), "vendor");
    const std::string first = signedBy(identity);
    CHECK(first == signedBy(identity));
}

TEST_CASE("a signature is trusted when its signer or the authority behind it is") {
    const TemporaryFolder folder;
    const Signing vendor = makeIdentity(folder.path(), "vendor");
    const std::string signature = signedBy(vendor);

    SECTION("by the certificate itself") {
        const auto state = judgeSignature(text, signature, loadTrust({vendor.certificate}));
        CHECK(state.problem == "");
        CHECK(state.trusted);
        CHECK(state.signer == "CN=vendor");
    }
    SECTION("by a folder of certificates") {
        const fs::path trusted = folder.path() / "trust.d";
        fs::create_directory(trusted);
        fs::copy_file(vendor.certificate, trusted / "vendor.crt");
        writeText(trusted / "README", "no certificate, and not taken for one");
        CHECK(judgeSignature(text, signature, loadTrust({trusted})).trusted);
    }
    SECTION("in PEM as well as in DER") {
        const fs::path der = folder.path() / "s.der";
        writeText(der, signature);
        const std::string pem =
            runWell({"openssl", "cms", "-cmsout", "-inform", "DER", "-in", der, "-outform", "PEM"});
        CHECK_THAT(pem, Catch::StartsWith("-----BEGIN CMS"));
        CHECK(judgeSignature(text, pem, loadTrust({vendor.certificate})).trusted);
    }
    SECTION("by the openssl command, with signed attributes") {
        const fs::path content = folder.path() / "c";
        writeText(content, text);
        const std::string foreign = runWell({"openssl", "cms", "-sign", "-binary", "-in", content, "-signer",
                                             vendor.certificate, "-inkey", vendor.key, "-outform", "PEM"});
        CHECK(judgeSignature(text, foreign, loadTrust({vendor.certificate})).trusted);
        const std::string enveloping =
            runWell({"openssl", "cms", "-sign", "-binary", "-nodetach", "-in", content, "-signer",
                     vendor.certificate, "-inkey", vendor.key, "-outform", "PEM"});
        CHECK(judgeSignature(text, enveloping, loadTrust({vendor.certificate})).problem ==
              "the signature is not a detached CMS signature");
    }
    SECTION("by the authority of its certificate, or that certificate alone") {
        const Signing leaf = issue(folder.path(), vendor, "release", "extendedKeyUsage=codeSigning\n");
        CHECK(judgeSignature(text, signedBy(leaf), loadTrust({vendor.certificate})).trusted);
        CHECK(judgeSignature(text, signedBy(leaf), loadTrust({leaf.certificate})).trusted);
    }
    SECTION("by the authority behind a certificate that comes with the signature") {
        const Signing between =
            issue(folder.path(), vendor, "between", "basicConstraints=critical,CA:TRUE\n");
        const Signing leaf = issue(folder.path(), between, "release", "extendedKeyUsage=codeSigning\n");
        CHECK_FALSE(judgeSignature(text, signedBy(leaf), loadTrust({vendor.certificate})).trusted);
        writeText(leaf.certificate, readText(leaf.certificate) + readText(between.certificate));
        CHECK(judgeSignature(text, signedBy(leaf), loadTrust({vendor.certificate})).trusted);
    }
}

TEST_CASE("who signed is told with all that tells its certificate from another one, trusted or not") {
    const TemporaryFolder folder;
    const Signing vendor = makeIdentity(folder.path(), "vendor");
    const Signing leaf = issue(folder.path(), vendor, "release", "extendedKeyUsage=codeSigning\n");
    const bool trusted = GENERATE(true, false);
    const auto trust = trusted ? loadTrust({vendor.certificate}) : loadTrust({leaf.key});
    const auto state = judgeSignature(text, signedBy(leaf), trust);
    CHECK(state.trusted == trusted);
    REQUIRE(state.certificates.size() == 1);
    const bes::SignerCertificate& certificate = state.certificates.front();
    CHECK(certificate.subject == "CN=release");
    CHECK(certificate.issuer == "CN=vendor");
    const auto said = [&](const std::string& what) {
        const std::string line = runWell({"openssl", "x509", "-in", leaf.certificate, "-noout", "-" + what,
                                          "-sha256", "-dateopt", "iso_8601"});
        return line.substr(line.find('=') + 1, line.size() - line.find('=') - 2);
    };
    CHECK(certificate.sha256 == said("fingerprint"));
    std::string serial = certificate.serial;
    std::erase(serial, ':');
    CHECK(serial == said("serial"));
    const auto asOpenSslWritesIt = [](std::string time) { return time.replace(time.find('T'), 1, " "); };
    CHECK(asOpenSslWritesIt(certificate.validFrom) == said("startdate"));
    CHECK(asOpenSslWritesIt(certificate.validUntil) == said("enddate"));
}

TEST_CASE("a signature by somebody else is not trusted") {
    const TemporaryFolder folder;
    const Signing vendor = makeIdentity(folder.path(), "vendor");
    const Signing other = makeIdentity(folder.path(), "other");

    SECTION("whose certificate is unknown") {
        const auto state = judgeSignature(text, signedBy(other), loadTrust({vendor.certificate}));
        CHECK_FALSE(state.trusted);
        CHECK(state.signer == "CN=other");
        CHECK_THAT(state.problem, Catch::StartsWith("the publisher is not trusted: self"));
    }
    SECTION("who calls himself the same") {
        fs::create_directory(folder.path() / "copy");
        const Signing twin = makeIdentity(folder.path() / "copy", "vendor");
        CHECK_FALSE(judgeSignature(text, signedBy(twin), loadTrust({vendor.certificate})).trusted);
    }
    SECTION("whose certificate was signed by one that is no authority") {
        const Signing leaf = issue(folder.path(), vendor, "leaf", "basicConstraints=critical,CA:FALSE\n");
        const Signing below = issue(folder.path(), leaf, "below", "extendedKeyUsage=codeSigning\n");
        writeText(below.certificate, readText(below.certificate) + readText(leaf.certificate));
        CHECK_FALSE(judgeSignature(text, signedBy(below), loadTrust({vendor.certificate})).trusted);
    }
    SECTION("where nobody is trusted, with the reason") {
        const auto state = judgeSignature(text, signedBy(vendor), loadTrust({folder.path() / "absent"}));
        CHECK_FALSE(state.trusted);
        CHECK_THAT(state.problem, Catch::Contains(bes::utf8(folder.path() / "absent")));
        CHECK_FALSE(judgeSignature(text, signedBy(vendor), loadTrust({})).trusted);
    }
    SECTION("when the certificate file is none") {
        writeText(folder.path() / "no.pem", "nothing");
        const auto state = judgeSignature(text, signedBy(vendor), loadTrust({folder.path() / "no.pem"}));
        CHECK_FALSE(state.trusted);
        CHECK_THAT(state.problem, Catch::Contains("has no readable certificate in PEM"));
    }
}

TEST_CASE("certificates of web servers and mail don't sign media, even when their authority is trusted") {
    const TemporaryFolder folder;
    const Signing authority = makeIdentity(folder.path(), "authority");
    const std::string extension = GENERATE(
        "extendedKeyUsage=serverAuth\n", "extendedKeyUsage=emailProtection\n", "keyUsage=keyEncipherment\n");
    const Signing wrong = issue(folder.path(), authority, "wrong", extension);
    CHECK_THAT(refusalToSign(wrong), Catch::Contains("other uses than signing"));

    const fs::path content = folder.path() / "c";
    writeText(content, text);
    const std::string signature = runWell({"openssl", "cms", "-sign", "-binary", "-in", content, "-signer",
                                           wrong.certificate, "-inkey", wrong.key, "-outform", "PEM"});
    const auto state = judgeSignature(text, signature, loadTrust({authority.certificate}));
    CHECK_FALSE(state.trusted);
    CHECK_THAT(state.problem, Catch::Contains("other uses than signing"));
}

TEST_CASE("media stays good when the certificate has expired") {
    const TemporaryFolder folder;
    const Signing authority = makeIdentity(folder.path(), "authority");
    const Signing expired =
        issue(folder.path(), authority, "expired", "extendedKeyUsage=codeSigning\n", true);
    REQUIRE_FALSE(succeeds({"openssl", "verify", "-CAfile", authority.certificate, expired.certificate}));
    CHECK(judgeSignature(text, signedBy(expired), loadTrust({expired.certificate})).trusted);
}

TEST_CASE("weak signatures are refused") {
    const TemporaryFolder folder;
    const fs::path content = folder.path() / "c";
    writeText(content, text);
    SECTION("a short key") {
        const Signing weak = makeIdentity(folder.path(), "weak", {"-newkey", "rsa:1024"});
        const std::string signature =
            runWell({"openssl", "cms", "-sign", "-binary", "-in", content, "-signer", weak.certificate,
                     "-inkey", weak.key, "-outform", "PEM"});
        CHECK_FALSE(judgeSignature(text, signature, loadTrust({weak.certificate})).trusted);
    }
    SECTION("an old digest") {
        const Signing vendor = makeIdentity(folder.path(), "vendor");
        const std::string signature =
            runWell({"openssl", "cms", "-sign", "-binary", "-md", "sha1", "-in", content, "-signer",
                     vendor.certificate, "-inkey", vendor.key, "-outform", "PEM"});
        CHECK(judgeSignature(text, signature, loadTrust({vendor.certificate})).problem ==
              "the signature uses an insecure digest");
    }
}

TEST_CASE("no changed text or signature is trusted") {
    const TemporaryFolder folder;
    const Signing vendor = makeIdentity(folder.path(), "vendor");
    const auto trust = loadTrust({vendor.certificate});
    const std::string signature = signedBy(vendor);

    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string changed = text;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        const auto state = judgeSignature(changed, signature, trust);
        CHECK_FALSE(state.trusted);
        CHECK_THAT(state.problem,
                   Catch::StartsWith("the manifest or its signature was changed after signing"));
    }
    CHECK_FALSE(judgeSignature("", signature, trust).trusted);
    CHECK_FALSE(judgeSignature(text + '\n', signature, trust).trusted);
    CHECK_FALSE(judgeSignature(text, "", trust).trusted);
    CHECK_FALSE(judgeSignature(text, "nonsense", trust).trusted);
    CHECK_FALSE(judgeSignature(text, signature + "x", trust).trusted);
    for (std::size_t length = 0; length < signature.size(); length += 7)
        CHECK_FALSE(judgeSignature(text, signature.substr(0, length), trust).trusted);

    // Some bits (an unused NULL parameter, say) say nothing about who signed what: whatever is changed, a
    // trusted signature is one of the vendor's over this text.
    for (std::size_t i = 0; i < signature.size(); ++i) {
        std::string changed = signature;
        changed[i] = static_cast<char>(changed[i] ^ 4);
        const auto state = judgeSignature(text, changed, trust);
        CHECK((!state.trusted || state.signer == "CN=vendor"));
        CHECK_FALSE(judgeSignature(text + "x", changed, trust).trusted);
    }
}

TEST_CASE("keys that can't make the same signature twice are refused") {
    const TemporaryFolder folder;
    const Signing vendor = makeIdentity(folder.path(), "vendor");
    const std::string onlyRsa = "only RSA signatures are the same each time";
    CHECK_THAT(refusalToSign(makeIdentity(folder.path(), "ec",
                                          {"-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"})),
               Catch::Contains(onlyRsa));
    CHECK_THAT(refusalToSign(makeIdentity(folder.path(), "ed", {"-newkey", "ed25519"})),
               Catch::Contains(onlyRsa));
    CHECK_THAT(refusalToSign(makeIdentity(folder.path(), "pss", {"-newkey", "rsa-pss"})),
               Catch::Contains(onlyRsa));
    CHECK_THAT(refusalToSign(makeIdentity(folder.path(), "short", {"-newkey", "rsa:1024"})),
               Catch::Contains("1024 bits"));

    const Signing other = makeIdentity(folder.path(), "other");
    CHECK_THAT(refusalToSign({vendor.key, other.certificate}), Catch::Contains("that of another key"));
    CHECK_THAT(refusalToSign({folder.path() / "absent", vendor.certificate}),
               Catch::Contains("No such file") || Catch::Contains("File not found"));
    CHECK_THAT(refusalToSign({vendor.certificate, vendor.certificate}), Catch::Contains("not a private key"));
    CHECK_THAT(refusalToSign({vendor.key, vendor.key}), Catch::Contains("no readable certificate"));

    const fs::path encrypted = folder.path() / "encrypted.key";
    runWell({"openssl", "pkey", "-in", vendor.key, "-aes256", "-passout", "pass:secret", "-out", encrypted});
    CHECK(refusalToSign({encrypted, vendor.certificate}) == "it is encrypted");
}
