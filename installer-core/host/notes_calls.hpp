// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the Notes API of this system is called and how it packs its structures (domino.md §1.5): its own way on
// 32-bit Windows, for call-backs too; elsewhere as the compiler does by itself.
#if defined(_WIN32) && !defined(_WIN64)
#define BES_NOTES_CALL __stdcall
#define BES_NOTES_PACKED 1
#define BES_NOTES_PACK_BEGIN _Pragma("pack(push, 1)")
#define BES_NOTES_PACK_END _Pragma("pack(pop)")
#else
#define BES_NOTES_CALL
#define BES_NOTES_PACKED 0
#define BES_NOTES_PACK_BEGIN
#define BES_NOTES_PACK_END
#endif
