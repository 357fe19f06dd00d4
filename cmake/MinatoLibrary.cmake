# SPDX-FileCopyrightText: 2026 Minato contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One static library a folder of src/, numbered by layer; a library may depend only on lower layers.
# The declared graph is also written to <build>/layers.json, which tools/check_layers.py compares with the
# #include lines (the include root is src/, so linking alone cannot stop a stray include).

add_library(minato_flags INTERFACE)
target_compile_options(minato_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
    -Wno-missing-field-initializers -Wnon-virtual-dtor -Woverloaded-virtual $<$<BOOL:${MINATO_WERROR}>:-Werror>)
target_compile_definitions(minato_flags INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS)
if(MINATO_SANITIZE)
    target_compile_options(minato_flags INTERFACE -fsanitize=${MINATO_SANITIZE} -fno-sanitize-recover=all
        -fno-omit-frame-pointer)
    target_link_options(minato_flags INTERFACE -fsanitize=${MINATO_SANITIZE})
endif()
if(MINATO_FUZZ)
    target_compile_options(minato_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(MINATO_COVERAGE)
    target_compile_options(minato_flags INTERFACE --coverage)
    target_link_options(minato_flags INTERFACE --coverage)
endif()

# minato_add_library(<folder> LAYER n SOURCES … HEADERS … [DEPENDS folder…] [LIBS target…])
# DEPENDS names other folders of src/ (checked against the layers); LIBS are third-party targets.
function(minato_add_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "LAYER" "SOURCES;HEADERS;DEPENDS;LIBS")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "minato_add_library(${name}): unknown arguments ${arg_UNPARSED_ARGUMENTS}")
    endif()
    set(target minato_${name})
    add_library(${target} STATIC)
    add_library(Minato::${name} ALIAS ${target})
    target_sources(${target} PRIVATE ${arg_SOURCES}
        PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${arg_HEADERS})
    target_compile_features(${target} PUBLIC cxx_std_23)
    target_link_libraries(${target} PUBLIC ${arg_LIBS} PRIVATE minato_flags)
    set_target_properties(${target} PROPERTIES MINATO_LAYER ${arg_LAYER} VERIFY_INTERFACE_HEADER_SETS ON)
    if(arg_LIBS MATCHES "Qt6::")
        set_target_properties(${target} PROPERTIES AUTOMOC ON)
    endif()
    minato_check_layer(${name} ${arg_LAYER} "${arg_DEPENDS}")
    foreach(dep IN LISTS arg_DEPENDS)
        target_link_libraries(${target} PUBLIC minato_${dep})
    endforeach()
    minato_record_layer(${name} ${arg_LAYER} "${arg_DEPENDS}")
endfunction()

# For targets that are not made by minato_add_library (QML modules): check and record all the same.
function(minato_check_layer name layer depends)
    foreach(dep IN LISTS depends)
        get_target_property(dep_layer minato_${dep} MINATO_LAYER)
        if(NOT dep_layer LESS layer)
            message(FATAL_ERROR "${name} (layer ${layer}) may not depend on ${dep} (layer ${dep_layer})")
        endif()
    endforeach()
endfunction()

function(minato_record_layer name layer depends)
    list(TRANSFORM depends REPLACE "(.+)" "\"\\1\"")
    list(JOIN depends ", " deps)
    set_property(GLOBAL APPEND PROPERTY MINATO_LAYERS
        "    \"${name}\": {\"layer\": ${layer}, \"deps\": [${deps}]}")
endfunction()

function(minato_write_layers)
    get_property(layers GLOBAL PROPERTY MINATO_LAYERS)
    list(JOIN layers ",\n" body)
    file(WRITE ${PROJECT_BINARY_DIR}/layers.json "{\n  \"libs\": {\n${body}\n  }\n}\n")
endfunction()
