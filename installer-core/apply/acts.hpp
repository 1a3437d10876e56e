// SPDX-License-Identifier: Apache-2.0
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
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const InstallServices& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const RegisterStandby& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const AddDominoTask& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const StartServices& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const RecordReceipt& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const WriteRegistry& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const RemoveRegistry& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const StopServices& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const RemoveDominoTask& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const RemoveServices& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const RemoveFiles& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const ForgetReceipt& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const SetRights& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const RefreshRegistration& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const RemovePair& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const RemoveAccount& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const RemoveFolder& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const RemoveEmptyFolders& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const KeepOthers& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const ReturnOthers& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const SaveChanged& action);
[[nodiscard]] Result<void> perform(Run& run, std::size_t step, const HandOver& action);

} // namespace bes::apply
