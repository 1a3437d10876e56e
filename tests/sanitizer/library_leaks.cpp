// SPDX-License-Identifier: Apache-2.0
// What functions of system libraries are known to lose is not reported by the leak sanitizer. Whatever else
// is lost is, be it of the same kind. The linker's --wrap leads the calls of a function that is named here
// through this file. A suppression by name needs the frame of the function, and Debian's libraries have no
// frame pointers to find more than the nearest by; the environment with it would not reach every process.
#include <openssl/cms.h>
#include <sanitizer/lsan_interface.h>

extern "C" {

/// glibc: newlocale() loses the path that it makes of LOCPATH. A library calls it before main() begins.
const char* __lsan_default_suppressions() { // NOLINT(bugprone-reserved-identifier): the sanitizer's name
    return "leak:__argz_add_sep\n";
}
const char* __lsan_default_options() { // NOLINT(bugprone-reserved-identifier): as above
    return "print_suppressions=0";
}

int __real_CMS_verify(CMS_ContentInfo*, STACK_OF(X509) *, X509_STORE*, BIO*, BIO*, unsigned int);

/// OpenSSL before 3.0.22: loses its own memory BIO where the content names a digest that it does not know.
int __wrap_CMS_verify(CMS_ContentInfo* content, STACK_OF(X509) * certificates, X509_STORE* store,
                      BIO* detached, BIO* out, unsigned int flags) {
    __lsan_disable();
    const int result = __real_CMS_verify(content, certificates, store, detached, out, flags);
    __lsan_enable();
    return result;
}
}
