# SPDX-License-Identifier: Apache-2.0
# Where an installation puts things (GNUInstallDirs), and how its programs find them: by ways from their own folder, so that
# an installation can be moved, and no program knows where it was built.
include(GNUInstallDirs)
set(BES_DATA_PLACE ${CMAKE_INSTALL_DATADIR}/bes-standby-setup)
set(BES_PROBE_PLACE ${CMAKE_INSTALL_LIBEXECDIR}/bes-standby-setup)
set(BES_PRACTICE_PLACE ${BES_PROBE_PLACE}/practice)

file(RELATIVE_PATH BES_DATA_FROM_PROGRAMS ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_DATADIR}/bes-standby-setup)
file(RELATIVE_PATH BES_PROBE_FROM_PROGRAMS ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBEXECDIR}/bes-standby-setup)

# The same ways lead from the programs of the build folder, which are in bin, to what they need.
file(GLOB catalog CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/catalog/*.json)
foreach(file IN LISTS catalog)
  get_filename_component(name ${file} NAME)
  configure_file(${file} ${CMAKE_BINARY_DIR}/bin/${BES_DATA_FROM_PROGRAMS}/catalog/${name} COPYONLY)
endforeach()

# The handbook and the pictures that it shows, there too (app/documents makes it).
set(BES_HANDBOOK_BUILT ${CMAKE_BINARY_DIR}/bin/${BES_DATA_FROM_PROGRAMS}/handbook)
cmake_path(NORMAL_PATH BES_HANDBOOK_BUILT)

# What practice needs, there too. Its scripts look for what they read in the folder data beside them, in the sources, in the
# build folder and installed.
set(BES_PRACTICE_SCRIPTS practice make-computer container install-stand-in)
set(BES_PRACTICE_BUILT ${CMAKE_BINARY_DIR}/bin/${BES_PROBE_FROM_PROGRAMS}/practice)
cmake_path(NORMAL_PATH BES_PRACTICE_BUILT)
set(practice ${CMAKE_INSTALL_FULL_LIBEXECDIR}/bes-standby-setup/practice)
set(share ${CMAKE_INSTALL_FULL_DATADIR}/bes-standby-setup)
file(RELATIVE_PATH BES_DATA_FROM_PRACTICE ${practice} ${share}/practice)
file(RELATIVE_PATH BES_CATALOG_FROM_PRACTICE ${practice} ${share}/catalog/bes-5.0-domino.json)
