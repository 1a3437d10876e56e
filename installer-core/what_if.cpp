// SPDX-License-Identifier: Apache-2.0
#include "what_if.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <limits>

#include "answers/answers.hpp"
#include "model/try.hpp"
#include "text/lists.hpp"

namespace bes {
namespace {

/// What there is to change for one request, and the text that a person gave. What is wrong is thrown as
/// std::invalid_argument: a sentence that goes on from the name of the fact.
struct Wish {
    Facts& facts;
    const Request& request;
    const std::string& value;
};

[[noreturn]] void refuse(const std::string& why) {
    throw std::invalid_argument(why);
}

bool yesOrNo(const std::string& text) {
    if (text != "yes" && text != "no")
        refuse("accepts yes or no");
    return text == "yes";
}

std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> list;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        if (comma > from)
            list.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return list;
}

template<class Number>
Number numberUpTo(const std::string& text, Number highest, const std::string& what) {
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number > highest)
        refuse("accepts " + what);
    return number;
}

std::uint64_t bytes(const std::string& text) {
    static constexpr std::string_view what = "a size such as 500MiB or 2GiB";
    const std::size_t unit = std::min(text.find_first_not_of("0123456789"), text.size());
    // with a unit no more than can be shifted by it
    const auto most =
        unit == text.size() ? std::numeric_limits<std::uint64_t>::max() : std::uint64_t{1} << 30U;
    const auto number = numberUpTo<std::uint64_t>(text.substr(0, unit), most, std::string(what));
    for (const auto& [name, shift] : {std::pair{"KiB", 10U}, {"MiB", 20U}, {"GiB", 30U}})
        if (text.substr(unit) == name)
            return number << shift;
    if (unit != text.size())
        refuse("accepts " + std::string(what));
    return number;
}

/// Changes the value of a fact that is known.
template<class T, class Change>
void change(Fact<T>& fact, const std::string& what, Change act) {
    if (!fact.known())
        refuse("belongs to " + what + ", which is unknown: " + fact.reason());
    T copy = fact.value();
    act(copy);
    fact = std::move(copy);
}

void changePrimary(const Wish& wish, const std::function<void(Server&)>& act) {
    change(wish.facts.database, "the database", [&](DatabaseContents& contents) {
        const auto primary = std::ranges::find_if(contents.servers, [&](const Server& server) {
            return sameName(server.name, wish.request.primary);
        });
        if (primary == contents.servers.end())
            refuse("belongs to the primary, which the database does not have");
        act(*primary);
    });
}

void changeComputer(const Wish& wish, const std::function<void(Computer&)>& act) {
    Computer computer;
    if (wish.facts.computer.known())
        computer = wish.facts.computer.value();
    act(computer);
    wish.facts.computer = std::move(computer);
}

void setPortsInUse(const Wish& wish) {
    std::vector<std::uint16_t> used;
    for (const std::string& word : words(wish.value))
        used.push_back(numberUpTo<std::uint16_t>(word, 65535, "port numbers with commas between them"));
    change(wish.facts.ports, "the ports of the components", [&](std::vector<PortUse>& ports) {
        for (const std::uint16_t number : used)
            if (std::ranges::find(ports, number, &PortUse::number) == ports.end())
                refuse("has port " + std::to_string(number) + ", which no component listens on");
        for (PortUse& port : ports)
            port.holder = std::ranges::count(used, port.number) > 0
                              ? std::optional(PortHolder{0, "another program"})
                              : std::nullopt;
    });
}

void setStandbyOfPrimary(const Wish& wish) {
    change(wish.facts.database, "the database", [&](DatabaseContents& contents) {
        std::erase_if(contents.pairs,
                      [&](const Pair& pair) { return sameName(pair.primary, wish.request.primary); });
        if (wish.value == "none")
            return;
        Pair pair;
        pair.primary = wish.request.primary;
        pair.standby = wish.value;
        pair.standbyComputer = wish.value;
        pair.state = PairState::final;
        contents.pairs.push_back(std::move(pair));
        std::ranges::sort(contents.pairs, {}, &Pair::primary);
    });
}

void setSpace(const Wish& wish) {
    const std::uint64_t available = bytes(wish.value);
    for (auto& [folder, fact] : wish.facts.space) {
        FileSystemSpace space = fact.known() ? fact.value() : FileSystemSpace{.mountPoint = "/"};
        space.available = available;
        fact = std::move(space);
    }
}

void setInstalled(const Wish& wish) {
    if (wish.value != "no")
        refuse("accepts no: only a computer with a standby has the facts of one");
    wish.facts.installed = std::optional<InstalledState>();
}

void setManagerState(const Wish& wish) {
    if (wish.value != "running" && wish.value != "offline")
        refuse("accepts running or offline");
    wish.facts.serviceManager =
        wish.value == "running" ? ServiceManagerState::running : ServiceManagerState::offline;
}

struct Setter {
    SettableFact fact;
    void (*set)(const Wish&);
};

const std::vector<Setter>& setters() {
    static const std::vector<Setter> all{
        {{"administrator", "yes|no", "Setup runs as an administrator."},
         [](const Wish& wish) { wish.facts.administrator = yesOrNo(wish.value); }},
        {{"computer.addresses", "LIST", "IP addresses of the computer."},
         [](const Wish& wish) {
             changeComputer(wish, [&](Computer& computer) { computer.addresses = words(wish.value); });
         }},
        {{"computer.name", "NAME", "Host name of the computer, without or with its domain."},
         [](const Wish& wish) {
             changeComputer(wish, [&](Computer& computer) {
                 computer.name = wish.value.substr(0, wish.value.find('.'));
                 computer.fullyQualifiedName = wish.value;
             });
         }},
        {{"database.missing-rights", "LIST|none", "Permissions that the database account lacks."},
         [](const Wish& wish) {
             wish.facts.surroundings.missingDatabaseRights =
                 wish.value == "none" ? std::vector<std::string>() : words(wish.value);
         }},
        {{"installed", "no", "No standby is installed on the computer."}, setInstalled},
        {{"media.trusted", "yes|no", "The signature of the media is trusted."},
         [](const Wish& wish) {
             change(wish.facts.media, "the media", [&](MediaContents& media) {
                 media.signature.trusted = yesOrNo(wish.value);
                 media.signature.problem = media.signature.trusted ? "" : "assumed for this check";
             });
         }},
        {{"media.version", "VERSION", "Version of the product on the media."},
         [](const Wish& wish) {
             change(wish.facts.media, "the media",
                    [&](MediaContents& media) { media.manifest.catalog.version = wish.value; });
         }},
        {{"notes-ini.writable", "yes|no", "Setup can write to the notes.ini of the Domino server."},
         [](const Wish& wish) {
             change(wish.facts.notesIni, "notes.ini", [&](std::optional<NotesIni>& ini) {
                 if (!ini)
                     refuse("belongs to a Domino server, and none was found");
                 ini->writable = yesOrNo(wish.value);
                 ini->problem = ini->writable ? "" : "assumed for this check";
             });
         }},
        {{"pair.standby", "NAME|none",
          "The standby that the primary has already, on a computer of that name."},
         setStandbyOfPrimary},
        {{"ports.in-use", "LIST|none", "Ports that another program listens on; all others are free."},
         [](const Wish& wish) {
             const std::string none;
             setPortsInUse({wish.facts, wish.request, wish.value == "none" ? none : wish.value});
         }},
        {{"primary.components", "LIST", "Ids of the components of the primary."},
         [](const Wish& wish) {
             changePrimary(wish, [&](Server& primary) {
                 primary.components = words(wish.value);
                 std::ranges::sort(primary.components);
             });
         }},
        {{"primary.version", "VERSION", "Version of the primary."},
         [](const Wish& wish) {
             changePrimary(wish, [&](Server& primary) { primary.version = wish.value; });
         }},
        {{"service-account", "yes|no", "The account of the services exists."},
         [](const Wish& wish) { wish.facts.serviceAccountExists = yesOrNo(wish.value); }},
        {{"service-manager", "running|offline", "Whether services can be started."}, setManagerState},
        {{"space.available", "SIZE", "Free space on every file system that setup writes to, such as 500MiB."},
         setSpace},
        {{"srp.key-well-formed", "yes|no", "The SRP authentication key of the primary has the right form."},
         [](const Wish& wish) {
             changePrimary(wish, [&](Server& primary) { primary.srp.keyWellFormed = yesOrNo(wish.value); });
         }},
        {{"srp.reachable", "yes|no", "The SRP host takes connections."},
         [](const Wish& wish) {
             wish.facts.srpEndpoint = Reachability{yesOrNo(wish.value), "assumed for this check"};
         }},
        {{"systemd.version", "NUMBER", "Version of systemd, on Linux."},
         [](const Wish& wish) {
             SystemdState systemd;
             if (wish.facts.surroundings.systemd.known())
                 systemd = wish.facts.surroundings.systemd.value();
             systemd.version = numberUpTo<unsigned>(wish.value, 9999, "a whole number");
             wish.facts.surroundings.systemd = std::move(systemd);
         }},
    };
    return all;
}

tl::unexpected<Failure> notSet(const std::string& why) {
    return fail(ExitCode::usage, "facts.set", "A fact can't be set", why,
                {"See which facts you can set.", {}, "bes-standby-setup help check"});
}

} // namespace

const std::vector<SettableFact>& settableFacts() {
    static const std::vector<SettableFact> all = [] {
        std::vector<SettableFact> facts;
        for (const Setter& setter : setters())
            facts.push_back(setter.fact);
        return facts;
    }();
    return all;
}

Result<void> setFact(Facts& facts, const Request& request, const std::string& assignment) {
    const std::size_t equals = assignment.find('=');
    const std::string name = assignment.substr(0, equals);
    const auto setter =
        std::ranges::find(setters(), name, [](const Setter& known) { return known.fact.name; });
    if (setter == setters().end()) {
        std::vector<std::string> names;
        for (const SettableFact& fact : settableFacts())
            names.emplace_back(fact.name);
        const auto near = answers::nearest(name, names);
        return notSet("there is no fact \"" + name + "\" to set" +
                      (near ? "; did you mean " + *near + "?" : ": " + joined(names)));
    }
    const std::string value = equals == std::string::npos ? "" : assignment.substr(equals + 1);
    if (value.empty())
        return notSet(name + " needs a value: " + name + "=" + std::string(setter->fact.value));
    try {
        setter->set({facts, request, value});
    } catch (const std::invalid_argument& refused) {
        return notSet(name + " " + refused.what());
    }
    return {};
}

} // namespace bes
