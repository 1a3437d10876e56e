// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "answers/declared_for.hpp"
#include "answers/fields.hpp"
#include "answers/usual_request.hpp"
#include "model/findings.hpp"
#include "model/places.hpp"
#include "text/lists.hpp"

namespace bes::answers {
namespace {

constexpr std::array presets{ComponentPreset::sameAsPrimary, ComponentPreset::failoverCapable,
                             ComponentPreset::none};

std::vector<std::string> presetNames() {
    std::vector<std::string> names;
    for (const ComponentPreset preset : presets)
        names.emplace_back(toString(preset));
    return names;
}

Field presetField() {
    return {[](Request& request, const auto& values, const auto&) -> std::optional<std::string> {
                for (const ComponentPreset preset : presets)
                    if (toString(preset) == values.front())
                        request.preset = preset;
                return std::nullopt;
            },
            [](const Request& request) {
                return std::vector<std::string>{std::string(toString(request.preset))};
            }};
}

/// An answer that steers how answers are read and is not kept.
Field notKept() {
    return {[](Request&, const auto& values, const auto&) -> std::optional<std::string> {
                return parseSwitch(values.front()) ? std::nullopt
                                                   : std::optional<std::string>("must be yes or no");
            },
            [](const Request&) { return std::vector<std::string>{"no"}; },
            {.isSwitch = true}};
}

std::vector<Declaration> pairAnswers(System system) {
    return {
        {{.name = "primary.name",
          .placeholder = "NAME",
          .help = "Name of the primary BlackBerry Enterprise Server that gets a standby.",
          .example = "BES01",
          .required = true},
         text([](auto& r) -> auto& { return r.primary; })},
        {{.name = "standby.name",
          .placeholder = "NAME",
          .help = "Name of the standby. Without it: the primary's name with \"-standby\".",
          .example = "BES01-standby"},
         text([](auto& r) -> auto& { return r.standby; })},
        {{.name = "standby.computer",
          .placeholder = "HOST",
          .help = textFor(system, "Host name of the computer that the image in target.root is for.",
                          "Not on Windows: the name of a computer that an image is for."),
          .example = textFor(system, "bes02.example.com", "")},
         text([](auto& r) -> auto& { return r.computer; })},
    };
}

std::vector<Declaration> mediaAnswers(System system) {
    return {
        {{.name = "media.folder",
          .placeholder = "DIR",
          .help = "Folder that contains the installation media (media.json).",
          .example = textFor(system, "/mnt/bes-media", "D:/bes-media"),
          .required = true},
         path([](auto& r) -> auto& { return r.media; })},
        {{.name = "media.trust",
          .placeholder = "FILE",
          .help = "Certificate, or folder of certificates, of publishers that you trust. Without it: " +
                  utf8(places::ownPlaces(system).trust) + ".",
          .example = textFor(system, "/root/vendor.pem", "C:/BES/vendor.pem"),
          .repeatable = true},
         paths([](auto& r) -> auto& { return r.trust; })},
        {{.name = "media.allow-unsigned",
          .alias = "allow-unsigned-media",
          .help = "Allow unsigned or untrusted media. Only for practice.",
          .example = "no"},
         yesOrNo([](auto& r) -> auto& { return r.allowUnsignedMedia; })},
        {{.name = "license.accept",
          .alias = "accept-license",
          .help =
              "Accept the license of the media ('bes-standby-setup media license DIR' shows it). Not needed "
              "for media without a license.",
          .example = "no"},
         yesOrNo([](auto& r) -> auto& { return r.acceptLicense; })},
    };
}

std::vector<Declaration> componentAnswers() {
    return {
        {{.name = "components.preset",
          .placeholder = "SET",
          .help = "Components of the standby to start from: those of the primary, those that fail over by "
                  "default, or none.",
          .example = "same-as-primary",
          .choices = presetNames()},
         presetField()},
        {{.name = "components.add",
          .placeholder = "ID",
          .help = "Components to add to the preset.",
          .example = "collaboration, administration",
          .repeatable = true},
         texts([](auto& r) -> auto& { return r.add; })},
        {{.name = "components.omit",
          .placeholder = "ID",
          .help = "Components of the preset to omit.",
          .example = "alert",
          .repeatable = true},
         texts([](auto& r) -> auto& { return r.omit; })},
    };
}

std::vector<Declaration> dominoAnswers(System system) {
    return {
        {{.name = "domino.notes-ini",
          .placeholder = "FILE",
          .help =
              "Path of the notes.ini of the Domino server on this computer. Without it, setup detects it.",
          .example = textFor(system, "/local/notesdata/notes.ini", "C:/Program Files/IBM/Domino/notes.ini")},
         targetPath([](auto& r) -> auto& { return r.domino.notesIni; })},
        {{.name = "domino.program-folder",
          .placeholder = "DIR",
          .help = "Program folder of the Domino server on this computer, which contains the library of the "
                  "Notes C API. Without it, setup detects it.",
          .example = textFor(system, "/opt/ibm/domino/notes/latest/linux", "C:/Program Files/IBM/Domino")},
         targetPath([](auto& r) -> auto& { return r.domino.programFolder; })},
        {{.name = "domino.time-limit",
          .placeholder = "SECONDS",
          .help = "Time limit for the Domino servers to answer all questions. Later answers don't count.",
          .example = "120"},
         number([](auto& r) -> auto& { return r.domino.timeLimit; }, 1, 86400)},
        {{.name = "domino.primary-console",
          .placeholder = "FILE",
          .help =
              "Console output of the primary's Domino server for 'show cluster' and 'show tasks', if setup "
              "can't query it.",
          .example = textFor(system, "/root/mail01.txt", "C:/BES/mail01.txt")},
         path([](auto& r) -> auto& { return r.domino.primaryConsole; })},
        {{.name = "domino.standby-console",
          .placeholder = "FILE",
          .help = "The same for the Domino server of this computer.",
          .example = textFor(system, "/root/mail11.txt", "C:/BES/mail11.txt")},
         path([](auto& r) -> auto& { return r.domino.standbyConsole; })},
        {{.name = "domino.http-url",
          .placeholder = "URL",
          .help =
              "URL of a Domino server of the cluster whose directory setup can read by HTTP, if it can't "
              "query the servers. Its certificate is verified; SSL_CERT_FILE sets CA certificates other than "
              "the system's.",
          .example = "https://mail01.example.com"},
         text([](auto& r) -> auto& { return r.domino.httpUrl; })},
        {{.name = "domino.http-user",
          .placeholder = "NAME",
          .help = "Account for that URL, with permission to read the Domino Directory.",
          .example = "setup"},
         text([](auto& r) -> auto& { return r.domino.httpUser; })},
        {{.name = "domino.http-password",
          .placeholder = "SECRET",
          .help = "Its password: file:PATH, env:NAME, sealed:TEXT or, on Windows, dpapi:TEXT.",
          .example = textFor(system, "file:/root/domino-http-password", "file:C:/BES/domino-http-password"),
          .secret = true},
         text([](auto& r) -> auto& { return r.domino.httpPassword.text; })},
        {{.name = "domino.accept-unknown",
          .alias = "accept-unknown",
          .placeholder = "ID",
          .help =
              "Continue although setup can't verify this: the id of a check of the Domino cluster. You have "
              "verified it, which makes it your responsibility. You can't accept what was found to be wrong.",
          .example = "domino.cluster-replicator",
          .choices = acceptableUnknowns(),
          .repeatable = true},
         texts([](auto& r) -> auto& { return r.domino.acceptUnknown; })},
    };
}

std::vector<Declaration> computerAnswers(System system) {
    const Request usual = usualRequest(system);
    return {
        {{.name = "folders.install",
          .placeholder = "DIR",
          .help = "Folder for the programs.",
          .example = utf8(usual.installFolder)},
         targetPath([](auto& r) -> auto& { return r.installFolder; })},
        {{.name = "folders.configuration",
          .placeholder = "DIR",
          .help = "Folder for the configuration.",
          .example = utf8(usual.configurationFolder)},
         targetPath([](auto& r) -> auto& { return r.configurationFolder; })},
        {{.name = "folders.logs",
          .placeholder = "DIR",
          .help = "Folder for the logs of the services.",
          .example = utf8(usual.logFolder)},
         targetPath([](auto& r) -> auto& { return r.logFolder; })},
        {{.name = "service.account",
          .placeholder = "NAME",
          .help =
              textFor(system, "System account that the services run as. Created if it does not exist.",
                      "Account that the services run as: one of Windows' own service accounts, or a managed "
                      "service account of the domain."),
          .example = usual.serviceAccount},
         account([](auto& r) -> auto& { return r.serviceAccount; })},
        {{.name = "service.on-start-failure",
          .placeholder = "POLICY",
          .help =
              std::string(
                  "What to do if a service does not start, or stops immediately: roll back the whole run, or "
                  "keep what is installed and end with the exit code 28. A kept service starts at the next "
                  "boot, "
                  "or with ") +
              textFor(system, "systemctl start.", "sc.exe start."),
          .example = "rollback",
          .choices = {"rollback", "keep"}},
         {[](Request& request, const auto& values, const auto&) -> std::optional<std::string> {
              request.onStartFailure =
                  values.front() == "keep" ? OnStartFailure::keep : OnStartFailure::rollback;
              return std::nullopt;
          },
          [](const Request& request) {
              return std::vector<std::string>{std::string(toString(request.onStartFailure))};
          }}},
    };
}

std::vector<Declaration> existingAnswers() {
    return {
        {{.name = "existing.files",
          .placeholder = "POLICY",
          .help = "What to do with other files in the places that setup needs: refuse to run, or keep them: "
                  "setup moves them away, and 'remove' puts them back.",
          .example = "refuse",
          .choices = {"refuse", "keep"}},
         {[](Request& request, const auto& values, const auto&) -> std::optional<std::string> {
              request.existingFiles = values.front() == "keep" ? ExistingFiles::keep : ExistingFiles::refuse;
              return std::nullopt;
          },
          [](const Request& request) {
              return std::vector<std::string>{std::string(toString(request.existingFiles))};
          }}},
    };
}

std::vector<Declaration> runAnswers(System system) {
    return {
        {{.name = "target.root",
          .alias = "root",
          .placeholder = "DIR",
          .help = textFor(
              system,
              "Folder with the mounted image of a computer to install on. No service is started there.",
              "Not on Windows: the services and the registry of a computer with Windows are not in its "
              "files."),
          .example = textFor(system, "/mnt/image", "/")},
         path([](auto& r) -> auto& { return r.root; })},
        {{.name = "answers.allow-plain-secrets",
          .help =
              "Allow secrets as plain:TEXT in the answer file and environment. Never on the command line.",
          .example = "no"},
         notKept()},
    };
}

} // namespace

std::vector<Declaration> declarationsFor(System system) {
    std::vector<Declaration> all;
    for (const auto& part :
         {pairAnswers(system), databaseAnswers(system), mediaAnswers(system), componentAnswers(),
          dominoAnswers(system), computerAnswers(system), existingAnswers(), runAnswers(system)})
        all.insert(all.end(), part.begin(), part.end());
    for (Declaration& declaration : all)
        declaration.answer.defaultValue = joined(declaration.field.get(usualRequest(system)));
    return all;
}

std::vector<Declaration> databaseAnswers() {
    return databaseAnswers(host::thisSystem());
}

const std::vector<Declaration>& declarations() {
    static const std::vector<Declaration> all = declarationsFor(host::thisSystem());
    return all;
}

const Declaration* findDeclaration(std::string_view name) {
    const auto found =
        std::ranges::find_if(declarations(), [&](const Declaration& d) { return d.answer.name == name; });
    return found == declarations().end() ? nullptr : &*found;
}

const std::vector<Answer>& declaredAnswers() {
    static const std::vector<Answer> answers = [] {
        std::vector<Answer> all;
        for (const Declaration& declaration : declarations())
            all.push_back(declaration.answer);
        return all;
    }();
    return answers;
}

std::vector<std::string> allAnswers() {
    std::vector<std::string> names;
    for (const Answer& answer : declaredAnswers())
        names.push_back(answer.name);
    return names;
}

std::vector<std::string> answersIn(const std::vector<std::string>& sections) {
    std::vector<std::string> names = allAnswers();
    std::erase_if(names, [&](const std::string& name) {
        return std::ranges::none_of(
            sections, [&](const std::string& section) { return name.starts_with(section + "."); });
    });
    return names;
}

} // namespace bes::answers
