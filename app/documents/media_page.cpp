// SPDX-License-Identifier: Apache-2.0
#include "output/mdoc.hpp"
#include "pages.hpp"

namespace bes::documents {
namespace {

constexpr const char* description = R"(.Sh DESCRIPTION
Media is a folder from which
.Xr bes-standby-setup 8
installs a standby:
.Bl -tag -width Ds
.It Pa media.json
The manifest: the catalogue of the product, the packages with all their files, and the license where there is one.
.It Pa media.json.p7s
Detached CMS signature over the bytes of
.Pa media.json ,
in DER.
.It Pa packages/ Ns Ar ID Ns Pa .tar.zst
A package: the files of the components that name it.
.El
.Pp
Setup reads the manifest only if somebody signed it whose certificate is in
.Pa /etc/bes\-standby\-setup/trust.d ,
or is named with
.Fl Fl media.trust .
It writes only files that the manifest lists, and all of them must come with the type, mode, size and SHA\-256 that are
listed there.
.Sh MANIFEST
.Bl -tag -width Ds
.It Ic format , format_version
.Ql bes\-standby\-setup.media
and 1.
.It Ic catalog
The catalogue, see
.Xr bes-standby-catalog 5 .
.It Ic packages
A list.
Each package has
.Ic id ,
.Ic archive
(relative to the folder of the media),
.Ic size
and
.Ic sha256
of the archive, and
.Ic files .
.It Ic files
A list, in the order of the paths.
Each file has
.Ic path
(relative to the folder of the component),
.Ic type
.Po
.Ql file ,
.Ql folder
or
.Ql link
.Pc ,
and
.Ic mode
in octal digits.
A file has
.Ic size
and
.Ic sha256
too, a link has
.Ic target ,
which stays inside the package.
.It Ic captured
Only of media that was made of an installed server:
.Ic version
and
.Ic language
of the product, and the values of the
.Ic registry
that came along, each with
.Ic key
(below SOFTWARE of the local machine),
.Ic name ,
.Ic type
and
.Ic data .
.It Ic license
May be left out.
Its
.Ic id
changes with its meaning,
.Ic texts
has one text for each language.
Setup asks to accept it before it installs anything.
.El
.Sh NAMES OF FILES
Names are printable ASCII.
On every system these are refused: names with one of \e : * ? \(dq < > | in them, names of devices of Windows
.Pq Ql NUL.txt ,
names with a dot or blank at the end, names that look like short names of Windows
.Pq Ql PROGRA\(ti1 ,
and names that differ from another one in capitals only.
.Sh EXAMPLES
Make media of an installed server, from a copy of its folder:
.Bd -literal -offset indent
bes\-standby\-setup media capture \-\-catalog bes\-5.0\-domino\-windows \-\-from server \e
    \-\-registry server.reg \-\-sign signer.key signer.crt \-\-out media
.Ed
.Pp
Make media from a folder that has a folder with files for each package of the catalogue, look at it, and read all of it:
.Bd -literal -offset indent
bes\-standby\-setup media create \-\-catalog bes\-5.0\-domino \-\-from tree \e
    \-\-sign signer.key signer.crt \-\-out media
bes\-standby\-setup media list media \-\-media.trust signer.crt
bes\-standby\-setup media verify media \-\-media.trust signer.crt
.Ed
.Pp
Look at the signature with OpenSSL:
.Bd -literal -offset indent
openssl cms \-verify \-binary \-inform DER \-in media.json.p7s \e
    \-content media.json \-CAfile signer.crt \-purpose any \-out /dev/null
.Ed
.Sh SEE ALSO
.Xr bes-standby-answers 5 ,
.Xr bes-standby-catalog 5 ,
.Xr bes-standby-setup 8
.Sh NOTES
The vendor published no format of media.
This one is the project's own design.
)";

} // namespace

std::string mediaPage() {
    return app::mdoc::beginning("BES-STANDBY-MEDIA", 5, "bes-standby-media",
                                "the media that a standby is installed from") +
           description;
}

} // namespace bes::documents
