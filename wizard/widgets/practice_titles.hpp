// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <QObject>

namespace bes::wizard {

/// While all is about a practice computer, the title of every window says so, of those too that open later.
class PracticeTitles final : public QObject {
    Q_OBJECT
public:
    explicit PracticeTitles(QObject* parent);

    /// Whether that is a practice computer, the folder of an image or "/".
    bool follow(const std::filesystem::path& root);
    [[nodiscard]] bool practice() const { return practice_; }

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    bool practice_ = false;
};

} // namespace bes::wizard
