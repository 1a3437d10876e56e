# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where, in three components: setup, and wizard and practice, which need setup. The packages are made of the same
# components (packaging/debian/rules, packaging/rpm/bes-standby-setup.spec), so that this is the one list.

# Folders that are missing are made open to everybody, whatever umask the one who installs has: CMake would obey it, and
# Domino's account runs the probe.
install(CODE [[
function(bes_make_folder folder)
  if(NOT IS_DIRECTORY "${folder}")
    get_filename_component(above "${folder}" DIRECTORY)
    bes_make_folder("${above}")
    file(MAKE_DIRECTORY "${folder}")
    file(CHMOD "${folder}" PERMISSIONS
      OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
  endif()
endfunction()
]] ALL_COMPONENTS)

# bes_install(COMPONENT FOLDER …): as install(), with the folder.
function(bes_install component folder)
  install(CODE "
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_PREFIX OUTPUT_VARIABLE prefix)
cmake_path(APPEND prefix \"${folder}\" OUTPUT_VARIABLE folder)
bes_make_folder(\"\$ENV{DESTDIR}\${folder}\")" COMPONENT ${component})
  set(what ${ARGN})
  set(rest "")
  if(ARGV2 STREQUAL DIRECTORY) # whose patterns come last
    set(rest ${ARGN})
    list(POP_FRONT rest kind place)
    set(what ${kind} ${place})
  endif()
  install(${what} DESTINATION ${folder} COMPONENT ${component} ${rest})
endfunction()

set(documents ${CMAKE_BINARY_DIR}/documents)
set(handbook ${BES_HANDBOOK_BUILT})
set(notes ${CMAKE_INSTALL_DOCDIR})
if(WIN32) # whose programs do not run where they are built: a build for this system has what they would write
  set(BES_NATIVE_BUILD ${PROJECT_SOURCE_DIR}/build/release CACHE PATH "Folder of a build for this system, for the documents")
  set(documents ${BES_NATIVE_BUILD}/documents)
  file(RELATIVE_PATH handbook ${CMAKE_BINARY_DIR} ${BES_HANDBOOK_BUILT})
  set(handbook ${BES_NATIVE_BUILD}/${handbook})
  set(notes .) # where people look who unpack an archive
endif()
bes_install(setup ${CMAKE_INSTALL_BINDIR} TARGETS bes-standby-setup RUNTIME)
# Setup starts it, as Domino's account: it is no command for people.
bes_install(setup ${BES_PROBE_PLACE} TARGETS bes-domino-probe RUNTIME)
if(WIN32) # a build of its own made it (packaging/windows/build)
  bes_install(setup ${BES_PROBE_PLACE} PROGRAMS ${CMAKE_BINARY_DIR}/bin/bes-domino-probe-32.exe)
endif()
bes_install(setup ${BES_DATA_PLACE}/catalog FILES ${catalog})
# that of the answers is made of their declarations
file(GLOB schemas CONFIGURE_DEPENDS resources/json-schemas/*.schema.json)
bes_install(setup ${BES_DATA_PLACE}/json-schemas FILES ${schemas} ${documents}/answer-file-1.schema.json)
if(NOT WIN32)
  bes_install(setup ${CMAKE_INSTALL_MANDIR}/man8 FILES ${documents}/bes-standby-setup.8 ${documents}/bes-domino-probe.8)
  bes_install(setup ${CMAKE_INSTALL_MANDIR}/man5
    FILES ${documents}/bes-standby-answers.5 ${documents}/bes-standby-media.5 ${documents}/bes-standby-catalog.5)
endif()
bes_install(setup ${notes} FILES README.md CHANGELOG.md packaging/NOTICE)
# Not below doc, which an administrator may leave out: 'help handbook' shows it. It leads to pictures and facts beside it.
bes_install(setup ${BES_DATA_PLACE}/handbook FILES ${handbook}/handbook.html ${handbook}/handbook.md)
file(GLOB pictures CONFIGURE_DEPENDS resources/screenshots/*.png)
bes_install(setup ${BES_DATA_PLACE}/screenshots FILES ${pictures})
bes_install(setup ${BES_DATA_PLACE}/facts FILES resources/facts/bes.md resources/facts/domino.md resources/facts/sqlserver.md)
if(NOT WIN32) # it is for fleets of Linux computers
  # Ansible's collection, which "ansible-galaxy collection build" packs there.
  bes_install(setup ${BES_DATA_PLACE}/ansible DIRECTORY packaging/ansible/ FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ
    DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE
    PATTERN __pycache__ EXCLUDE)
endif()
bes_install(license ${notes} FILES LICENSE) # Debian has its text already

# Debian's zsh keeps completions of packages in vendor-completions.
set(BES_ZSH_FOLDER site-functions CACHE STRING "Folder for completions, below that of zsh")
function(bes_install_completions component program)
  bes_install(${component} ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
    FILES ${documents}/${program}.bash RENAME ${program})
  bes_install(${component} ${CMAKE_INSTALL_DATADIR}/zsh/${BES_ZSH_FOLDER}
    FILES ${documents}/${program}.zsh RENAME _${program})
  bes_install(${component} ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d FILES ${documents}/${program}.fish)
endfunction()
if(NOT WIN32)
  bes_install_completions(setup bes-standby-setup)
endif()

# Setup starts the script "practice", which uses all the rest.
if(TARGET practice-service)
  list(TRANSFORM BES_PRACTICE_SCRIPTS PREPEND app/practice/ OUTPUT_VARIABLE scripts)
  bes_install(practice ${BES_PRACTICE_PLACE} PROGRAMS ${scripts})
  bes_install(practice ${BES_PRACTICE_PLACE} FILES app/practice/site.sh)
  bes_install(practice ${BES_PRACTICE_PLACE} TARGETS practice-service RUNTIME)
  set(library LIBRARY PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  bes_install(practice ${BES_PRACTICE_PLACE}/notes_stand_in TARGETS notes-stand-in-companion ${library})
  bes_install(practice ${BES_PRACTICE_PLACE}/notes_stand_in/complete TARGETS notes-stand-in-complete ${library})
  bes_install(practice ${BES_DATA_PLACE}/practice/scenarios DIRECTORY app/practice/data/scenarios/)
  file(GLOB data CONFIGURE_DEPENDS app/practice/data/*.*)
  bes_install(practice ${BES_DATA_PLACE}/practice FILES ${data})
  install(CODE "
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_PREFIX OUTPUT_VARIABLE prefix)
set(place \"\$ENV{DESTDIR}\${prefix}/${BES_PRACTICE_PLACE}\")
file(CREATE_LINK ${BES_DATA_FROM_PRACTICE} \"\${place}/data\" SYMBOLIC)
file(CREATE_LINK ${BES_CATALOG_FROM_PRACTICE} \"\${place}/catalog.json\" SYMBOLIC)" COMPONENT practice)
endif()

if(BES_WIZARD)
  set(desktop packaging/desktop)
  # Nobody owns a domain of this project: "internal" is reserved for those who own none.
  set(BES_APPLICATION internal.bes_standby_setup)
  string(TIMESTAMP BES_RELEASE_DATE "%Y-%m-%d" UTC) # of SOURCE_DATE_EPOCH, where that is set
  configure_file(${desktop}/bes_standby_setup.policy.in ${documents}/${BES_APPLICATION}.policy @ONLY)
  configure_file(${desktop}/bes_standby_setup.metainfo.xml.in ${documents}/${BES_APPLICATION}.wizard.metainfo.xml @ONLY)

  bes_install(wizard ${CMAKE_INSTALL_BINDIR} TARGETS bes-standby-wizard RUNTIME)
  bes_install(wizard ${CMAKE_INSTALL_MANDIR}/man8 FILES ${documents}/bes-standby-wizard.8)
  bes_install_completions(wizard bes-standby-wizard)
  bes_install(wizard ${CMAKE_INSTALL_DATADIR}/applications FILES ${desktop}/bes-standby-wizard.desktop)
  bes_install(wizard ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps
    FILES resources/icons/application.svg RENAME bes-standby-wizard.svg)
  bes_install(wizard ${CMAKE_INSTALL_DATADIR}/polkit-1/actions FILES ${documents}/${BES_APPLICATION}.policy)
  bes_install(wizard ${CMAKE_INSTALL_DATADIR}/metainfo FILES ${documents}/${BES_APPLICATION}.wizard.metainfo.xml)
endif()
