// SPDX-License-Identifier: Apache-2.0
#include "host/root.hpp"

#include <limits.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace bes::host {
namespace {

/// As many as the kernel follows in one path.
constexpr int mostLinks = 40;

/// Longer than a name can be, so that every call refuses it and nothing is taken for absent.
std::string circle() {
    std::string name = "/(symbolic links lead in a circle here)";
    name.resize(NAME_MAX + 20, '.');
    return name;
}

/// Walks a path as the kernel does below a chroot, a name at a time.
class Walk {
public:
    Walk(const std::string& root, const std::string& inside, bool followEnd)
        : way_(root), root_(root.size()), left_(inside), followEnd_(followEnd) {}

    std::string operator()() {
        for (std::string name = takeName(); !name.empty(); name = takeName()) {
            if (name == "..")
                way_.resize(way_.size() == root_ ? root_ : way_.rfind('/'));
            else if (name != "." && !step(name))
                return way_ + circle();
        }
        return way_;
    }

private:
    /// Empty at the end.
    std::string takeName() {
        const std::size_t begin = std::min(left_.find_first_not_of('/'), left_.size());
        const std::size_t end = std::min(left_.find('/', begin), left_.size());
        std::string name = left_.substr(begin, end - begin);
        left_.erase(0, end);
        return name;
    }
    /// Whether nothing but "/" and "." is left.
    [[nodiscard]] bool isEnd() const {
        std::string_view left = left_;
        while (left.starts_with('/') || left == "." || left.starts_with("./"))
            left.remove_prefix(1);
        return left.empty();
    }
    /// False: too many links.
    bool step(const std::string& name) {
        const std::size_t before = way_.size();
        way_ += '/' + name;
        std::array<char, PATH_MAX> target{};
        const ssize_t length =
            followEnd_ || !isEnd() ? ::readlink(way_.c_str(), target.data(), target.size()) : -1;
        if (length <= 0)
            return true;
        way_.resize(target.front() == '/' ? root_ : before);
        left_.insert(0, std::string(target.data(), static_cast<std::size_t>(length)));
        return ++links_ <= mostLinks;
    }

    std::string way_; ///< walked so far, without links below the root
    std::size_t root_;
    std::string left_;
    bool followEnd_;
    int links_ = 0;
};

} // namespace

System thisSystem() {
    return System::gnuLinux;
}

std::filesystem::path Root::operator()(const std::filesystem::path& inside) const {
    if (isRunningSystem())
        return folder_ / inside.relative_path();
    return Walk(folder_, inside, false)();
}

std::filesystem::path Root::followed(const std::filesystem::path& inside) const {
    if (isRunningSystem())
        return folder_ / inside.relative_path();
    return Walk(folder_, inside, true)();
}

std::filesystem::path Root::seenInside(const std::filesystem::path& path) const {
    return isRunningSystem() ? path : ("/" / path.lexically_relative(folder_)).lexically_normal();
}

} // namespace bes::host
