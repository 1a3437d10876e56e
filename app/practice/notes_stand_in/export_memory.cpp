// SPDX-License-Identifier: Apache-2.0
#include "call.hpp"
#include "exports.hpp"

namespace bes::domino::notes {
namespace {

stand_in::MemoryObject& objectOf(const stand_in::Call& call, Handle handle) {
    stand_in::MemoryObject* object = call.runtime().memory.find(handle);
    if (object == nullptr)
        call.panic(call.runtime().memory.complaint(handle));
    return *object;
}

} // namespace

void* OSLockObject(Handle handle) noexcept {
    const stand_in::Call call("OSLockObject");
    return objectOf(call, handle).lock();
}

Bool OSUnlockObject(Handle handle) noexcept {
    const stand_in::Call call("OSUnlockObject");
    stand_in::MemoryObject& object = objectOf(call, handle);
    if (!object.isLocked())
        call.panic("memory " + std::to_string(handle) + " is not locked");
    object.unlock();
    return 1;
}

Status OSMemFree(Handle handle) noexcept {
    const stand_in::Call call("OSMemFree");
    if (objectOf(call, handle).isLocked())
        call.panic("memory " + std::to_string(handle) + " is still locked");
    call.runtime().memory.remove(handle);
    return 0;
}

} // namespace bes::domino::notes
