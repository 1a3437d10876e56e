// SPDX-License-Identifier: Apache-2.0
#include "capture/registry_file.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <stdexcept>

#include "capture/registry_data.hpp"
#include "capture/registry_text.hpp"
#include "text/file_names.hpp"

namespace bes::capture {
namespace {

/// Goes through the text of an exported registry. What is wrong is thrown as std::invalid_argument.
class Reader {
public:
    explicit Reader(const RegistryText& text) : rest_(text.text), wide_(text.wide) {}

    [[nodiscard]] std::size_t line() const { return line_; }

    RegistryKeys read() {
        while (!rest_.empty()) {
            skipBlanks();
            if (take('['))
                readKey();
            else if (rest_.starts_with('"') || rest_.starts_with('@'))
                readValue();
            endLine();
        }
        return std::move(keys_);
    }

private:
    void readKey() {
        const bool deleted = take('-');
        const std::string_view line = rest_.substr(0, rest_.find('\n'));
        const std::size_t end = line.rfind(']');
        if (end == std::string_view::npos || end == 0)
            throw std::invalid_argument("the name of a key does not end with ]");
        const std::string path(line.substr(0, end));
        rest_.remove_prefix(end + 1);
        current_ = nullptr;
        if (!deleted) {
            current_ = &keys_[foldCase(path)];
            if (current_->path.empty())
                current_->path = path;
            return;
        }
        inDeleted_ = true;
        const std::string folded = foldCase(path);
        std::erase_if(keys_, [&](const auto& key) {
            return key.first == folded || key.first.starts_with(folded + '\\');
        });
    }

    void readValue() {
        if (!current_)
            throw std::invalid_argument(inDeleted_ ? "a value stands below a key that is deleted"
                                                   : "a value stands before the first key");
        ExportedRegistryValue value{
            .key = current_->path, .name = take('@') ? "" : quoted(), .type = {}, .data = {}};
        skipBlanks();
        if (!take('='))
            throw std::invalid_argument("= is missing behind the name of a value");
        skipBlanks();
        const std::string name = foldCase(value.name);
        if (take('-')) {
            current_->values.erase(name);
            return;
        }
        readData(value);
        current_->values[name] = std::move(value);
    }

    void readData(ExportedRegistryValue& value) {
        if (rest_.starts_with('"')) {
            value.type = "REG_SZ";
            value.data = {quoted()};
        } else if (take("dword:")) {
            value.type = "REG_DWORD";
            value.data = {std::to_string(hexNumber(8))};
        } else if (take("hex")) {
            std::uint32_t type = 3;
            if (take('(')) {
                type = hexNumber(8);
                if (!take(')'))
                    throw std::invalid_argument(") is missing behind the type of a value");
            }
            if (!take(':'))
                throw std::invalid_argument(": is missing behind hex");
            interpret(value, type, bytes(), wide_);
        } else {
            throw std::invalid_argument("the kind of a value is unknown");
        }
    }

    /// A text in quotation marks, which may have line breaks in it.
    std::string quoted() {
        std::string text;
        if (!take('"'))
            throw std::invalid_argument("a quotation mark is missing");
        const std::size_t began = line_;
        while (!rest_.empty()) {
            char c = takeCharacter();
            if (c == '"')
                return text;
            if (c == '\\' && !rest_.empty())
                c = takeCharacter();
            text += c;
        }
        line_ = began;
        throw std::invalid_argument("a text has no quotation mark at its end");
    }

    /// Two digits each, with commas between; '\' at the end of a line goes on in the next one.
    std::string bytes() {
        std::string all;
        for (;;) {
            skipBlanks();
            if (take('\\')) {
                skipBlanks();
                if (!take('\n') && !take("\r\n"))
                    throw std::invalid_argument("\\ stands within a line of bytes");
                ++line_;
                continue;
            }
            if (atEndOfLine())
                return all;
            all += static_cast<char>(hexNumber(2));
            skipBlanks();
            if (!take(',') && !atEndOfLine())
                throw std::invalid_argument("a comma is missing between bytes");
        }
    }

    std::uint32_t hexNumber(std::size_t mostDigits) {
        std::uint32_t number = 0;
        const char* const end = rest_.data() + std::min(rest_.size(), mostDigits);
        const auto [behind, error] = std::from_chars(rest_.data(), end, number, 16);
        if (error != std::errc())
            throw std::invalid_argument("a number has no hexadecimal digit");
        rest_.remove_prefix(static_cast<std::size_t>(behind - rest_.data()));
        return number;
    }

    void endLine() {
        skipBlanks();
        if (!atEndOfLine())
            throw std::invalid_argument("it is no key, value or comment");
        const std::size_t end = rest_.find('\n');
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        ++line_;
    }

    /// A comment counts as its end.
    [[nodiscard]] bool atEndOfLine() const {
        return rest_.empty() || rest_.starts_with('\n') || rest_.starts_with("\r\n") ||
               rest_.starts_with(';');
    }

    void skipBlanks() {
        while (rest_.starts_with(' ') || rest_.starts_with('\t'))
            rest_.remove_prefix(1);
    }

    char takeCharacter() {
        const char c = rest_.front();
        rest_.remove_prefix(1);
        line_ += c == '\n' ? 1 : 0;
        return c;
    }
    bool take(char c) { return take(std::string_view(&c, 1)); }
    bool take(std::string_view text) {
        if (!rest_.starts_with(text))
            return false;
        rest_.remove_prefix(text.size());
        return true;
    }

    std::string_view rest_;
    bool wide_;
    std::size_t line_ = 2; // the first one is behind us
    RegistryKeys keys_;
    ExportedRegistryKey* current_ = nullptr;
    bool inDeleted_ = false;
};

tl::unexpected<Failure> unusable(const std::string& file, std::string why) {
    return fail(ExitCode::usage, "registry.format", "The exported registry " + file + " can't be used",
                std::move(why), "Export the key once more with regedit or \"reg export\".");
}

} // namespace

Result<RegistryKeys> parseRegistryFile(std::string_view bytes, const std::string& file) {
    std::optional<Reader> reader;
    try {
        const RegistryText text = registryText(bytes);
        reader.emplace(text);
        return reader->read();
    } catch (const std::invalid_argument& error) {
        const std::size_t line = reader ? reader->line() : 1;
        return unusable(file, "line " + std::to_string(line) + ": " + error.what());
    }
}

} // namespace bes::capture
