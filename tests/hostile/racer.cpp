// SPDX-License-Identifier: Apache-2.0
// racer KIND FOLDER VICTIMS SEED
//
// What an account that wants more rights does beside a running setup, as fast as the kernel tells of changes
// (inotify): in FOLDER, which is its own, it puts something else in the place of a file or of the folder
// itself, and takes it back. Ends when it is killed. VICTIMS is a folder of root's with a set-user-ID program
// ("program") and a folder that must stay empty of its files ("generators").
//
//   symlink, hardlink, pipe, folder   in the place of notes.ini
//   data       FOLDER itself becomes a link to VICTIMS/generators
//   temporary  the file that setup writes anew becomes a link, before it gets its name
//   planted    links under every name that setup has used beside notes.ini
//   logs       whatever folder comes into FOLDER becomes a link to VICTIMS

#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>

namespace fs = std::filesystem;

namespace {

constexpr unsigned watched =
    IN_OPEN | IN_ACCESS | IN_CREATE | IN_MODIFY | IN_ATTRIB | IN_CLOSE | IN_MOVE | IN_DELETE;

class Racer {
public:
    Racer(std::string kind, fs::path folder, fs::path victims, unsigned seed)
        : kind_(std::move(kind)), folder_(std::move(folder)), victims_(std::move(victims)),
          ini_(folder_ / "notes.ini"), good_(folder_ / ".notes.ini.good"),
          aside_(folder_.parent_path() / ".aside"), random_(seed) {}

    [[noreturn]] void run() {
        if (kind_ == "planted")
            plant();
        events_ = ::inotify_init1(IN_CLOEXEC);
        ::inotify_add_watch(events_, folder_.c_str(), watched);
        std::cout << "ready" << std::endl;
        while (true) {
            std::array<char, 65536> buffer{};
            const ssize_t length = ::read(events_, buffer.data(), buffer.size());
            for (ssize_t at = 0; at < length;) {
                // NOLINTNEXTLINE: as the kernel lays them out
                const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
                on(event->len > 0 ? event->name : "");
                at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            }
        }
    }

private:
    [[nodiscard]] bool sometimes(unsigned of) { return random_() % of == 0; }

    void on(const std::string& name) {
        if (kind_ == "temporary")
            swapTemporary(name);
        else if (kind_ == "logs")
            swapFolder(name);
        else if (kind_ == "data")
            swapData();
        else if (kind_ != "planted")
            swapIni();
    }

    /// In at some of the events, out again a moment later, so that setup sees now this and now that.
    void swapIni() {
        if (!sometimes(3))
            return;
        if (::rename(ini_.c_str(), good_.c_str()) != 0)
            return;
        if (kind_ == "symlink")
            (void)::symlink((victims_ / "program").c_str(), ini_.c_str());
        else if (kind_ == "hardlink" && ::link((victims_ / "program").c_str(), ini_.c_str()) != 0)
            (void)::link(good_.c_str(), ini_.c_str()); // where the kernel protects others' files from that
        else if (kind_ == "pipe")
            ::mkfifo(ini_.c_str(), 0666);
        else if (kind_ == "folder")
            ::mkdir(ini_.c_str(), 0777);
        pause();
        if (::unlink(ini_.c_str()) != 0)
            ::rmdir(ini_.c_str());
        ::rename(good_.c_str(), ini_.c_str());
    }

    void swapData() {
        if (!sometimes(3) || ::rename(folder_.c_str(), aside_.c_str()) != 0)
            return;
        (void)::symlink((victims_ / "generators").c_str(), folder_.c_str());
        pause();
        ::unlink(folder_.c_str());
        ::rename(aside_.c_str(), folder_.c_str());
    }

    void swapTemporary(const std::string& name) {
        if (name.find("unfinished") == std::string::npos)
            return;
        const fs::path file = folder_ / name;
        ::rename(file.c_str(), (folder_ / ".taken").c_str());
        if (sometimes(2))
            (void)::symlink((victims_ / "program").c_str(), file.c_str());
        else
            std::ofstream(file) << "#!/bin/sh\n";
    }

    void swapFolder(const std::string& name) {
        const fs::path path = folder_ / name;
        struct stat entry {};
        if (name.empty() || ::lstat(path.c_str(), &entry) != 0 || !S_ISDIR(entry.st_mode))
            return;
        const fs::path away = folder_ / (".away-" + std::to_string(++count_));
        ::rename(path.c_str(), away.c_str());
        (void)::symlink(victims_.c_str(), path.c_str());
    }

    void plant() {
        const fs::path generators = victims_ / "generators";
        for (const char* name : {".replaced-by-bes-standby-setup", ".taken-out-by-bes-standby-setup",
                                 ".cleared-by-bes-standby-setup", ".staging", "kept"})
            (void)::symlink(generators.c_str(), (folder_ / name).c_str());
        (void)::symlink((generators / "written").c_str(), (folder_ / ".notes.ini.bes-unfinished-").c_str());
        std::ifstream before(ini_);
        const std::string content((std::istreambuf_iterator<char>(before)), {});
        std::ofstream(ini_) << "#!/bin/sh\n" << content;
        ::chmod(ini_.c_str(), 0755);
    }

    void pause() { ::usleep(static_cast<unsigned>(random_() % 2000)); }

    std::string kind_;
    fs::path folder_, victims_, ini_, good_, aside_;
    std::minstd_rand random_;
    int events_ = -1;
    unsigned count_ = 0;
};

} // namespace

int main(int count, char** words) {
    if (count != 5) {
        std::cerr << "racer KIND FOLDER VICTIMS SEED\n";
        return 2;
    }
    Racer(words[1], words[2], words[3], static_cast<unsigned>(std::strtoul(words[4], nullptr, 10))).run();
}
