#include "unit/answers/reading.hpp"

#include <random>

#include "model/findings.hpp"

using namespace bes;

namespace {

/// Requests with everything in their texts that could confuse an INI file.
class RandomRequests {
public:
    explicit RandomRequests(unsigned seed) : random_(seed) {}

    Request next() {
        Request request;
        request.primary = text();
        request.standby = maybe() ? "standby" + text() : "";
        if (maybe())
            onServer(request.database);
        else
            request.database.location = path().string();
        request.database.user = maybe() ? text() : "";
        request.database.password.text = maybe() ? "file:" + path().string() : maybe() ? "env:" + text() : "";
        request.media = path();
        for (auto count = number(3); count > 0; --count)
            request.trust.push_back(path());
        request.allowUnsignedMedia = maybe();
        request.acceptLicense = maybe();
        request.preset = static_cast<ComponentPreset>(number(3));
        for (auto count = number(4); count > 0; --count)
            request.add.push_back("add" + text());
        for (auto count = number(4); count > 0; --count)
            request.omit.push_back("omit" + text());
        if (maybe())
            request.domino.notesIni = path();
        request.domino.timeLimit = 1 + static_cast<unsigned>(number(86400));
        request.domino.primaryConsole = maybe() ? path().string() : "";
        request.domino.httpUrl = maybe() ? text() : "";
        request.domino.httpPassword.text = maybe() ? "env:" + text() : "";
        for (auto count = number(3); count > 0; --count)
            request.domino.acceptUnknown.push_back(acceptableUnknowns()[number(3)]);
        request.installFolder = path();
        request.configurationFolder = maybe() ? path() : request.configurationFolder;
        request.serviceAccount = maybe() ? "svc-" + std::to_string(number(1000)) : "bes";
        request.onStartFailure = maybe() ? OnStartFailure::keep : OnStartFailure::rollback;
        request.existingFiles = maybe() ? ExistingFiles::keep : ExistingFiles::refuse;
        if (maybe()) {
            request.root = path();
            request.computer = maybe() ? text() : "";
        }
        return request;
    }

private:
    void onServer(DatabaseAddress& database) {
        static const std::vector<std::string> demands{"verify-full", "verify-ca", "require", "off"};
        database.backend = "postgresql";
        database.server = text();
        database.port = 1 + static_cast<unsigned>(number(65535));
        database.name = text();
        database.tls = demands[number(demands.size())];
        database.caFile = database.tls.starts_with("verify") && maybe() ? path().string() : "";
    }
    std::size_t number(std::size_t below) {
        return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_);
    }
    bool maybe() { return number(2) == 0; }

    std::string text() {
        static const std::vector<std::string> pieces{"a", "B", "7",  " ",    "#", ";",  ",", "\"", "=", "[",
                                                     "]", ".", "\\", "\"\"", "ü", "日", "'", " #", "%"};
        std::string made;
        for (auto count = 1 + number(8); count > 0; --count)
            made += pieces[number(pieces.size())];
        return made;
    }

    std::filesystem::path path() {
        std::filesystem::path made = "/";
        for (auto count = 1 + number(3); count > 0; --count)
            made /= "d" + text();
        return made;
    }

    std::mt19937 random_;
};

} // namespace

TEST_CASE("an answer file written from a request gives the same request back") {
    RandomRequests requests(20261122);
    AnswerReading reading;
    for (int i = 0; i < 500; ++i) {
        const Request request = requests.next();
        const std::string text = answers::formatAnswerFile(request);
        INFO(text);
        REQUIRE(reading.file(text).request() == request);
    }
}

TEST_CASE("an answer file of no answers holds every key, as a comment") {
    const std::string text = answers::formatAnswerFile(Request{});
    CHECK(AnswerReading().file(text).request() == Request{});
    const std::string backend = GENERATE("sqlite", "postgresql"); // what is for one is wrong with the other
    std::string all = text;
    for (const answers::Answer& answer : answers::declaredAnswers()) {
        const std::string key =
            "\n#" + answer.name.substr(answer.name.find('.') + 1) + " = " + answer.example;
        const auto at = all.find(key + "\n");
        INFO(answer.name);
        REQUIRE(at != std::string::npos);
        if (answer.onlyWith.empty() || answer.onlyWith == backend)
            all.erase(at + 1, 1);
    }
    all.replace(all.find("backend = sqlite"), std::string("backend = sqlite").size(), "backend = " + backend);
    const Request example = AnswerReading().file(all + "\n").request(); // every example is a valid answer
    CHECK(answers::missingAnswers(example).empty());
}

TEST_CASE("no line of an answer file is too long to read") {
    std::istringstream lines(answers::formatAnswerFile(Request{}));
    for (std::string line; std::getline(lines, line);)
        CHECK(line.size() <= 100);
}
