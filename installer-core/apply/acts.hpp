#pragma once

#include "apply/run.hpp"

namespace bes::apply {

// One overload per action; act() chooses.

[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const ReservePair& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const StagePackages& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const PublishFiles& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const CreateAccount& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const MakeFolders& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const WriteConfiguration& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const InstallUnits& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const RegisterStandby& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const AddDominoTask& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const StartServices& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const RecordReceipt& action);

} // namespace bes::apply
