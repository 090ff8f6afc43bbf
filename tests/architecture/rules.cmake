# SPDX-License-Identifier: GPL-3.0-or-later
# Who may know whom: the table "Libraries" of ARCHITECTURE.md as data. A room is a library's
# folder; files belong to the longest room that their path begins with.
set(rooms
    models/domain models/identity models/understanding models/scoring models/issues models/reports
    models/store models/items importers views app/desktop app)

# What may be included, by room: our own rooms ("models/" is all of it), then libraries.
set(rooms_of_models/domain)
set(libraries_of_models/domain QtCore boost)

set(rooms_of_models/identity models/domain)
set(libraries_of_models/identity QtCore boost libphonenumber icu)

set(rooms_of_models/understanding models/domain)
set(libraries_of_models/understanding QtCore boost)

set(rooms_of_models/scoring models/domain models/understanding)
set(libraries_of_models/scoring QtCore boost boost.math nlopt)

set(rooms_of_models/issues models/domain models/scoring)
set(libraries_of_models/issues QtCore boost)

set(rooms_of_models/reports models/domain models/understanding models/scoring)
set(libraries_of_models/reports QtCore boost)

set(rooms_of_models/store models/domain)
set(libraries_of_models/store QtCore boost soci sqlite system)

set(rooms_of_models/items models/)
set(libraries_of_models/items QtCore QtGui boost)

set(rooms_of_importers models/domain)
set(libraries_of_importers QtCore boost gmime libxml2 libarchive uchardet icu system)

set(rooms_of_views models/ )
set(libraries_of_views QtCore QtGui QtWidgets QtCharts QtPrintSupport QtSvg QtSvgWidgets boost)

# All but what draws; app/desktop alone may draw.
set(rooms_of_app models/domain models/identity models/understanding models/scoring models/issues
    models/reports models/store importers)
set(libraries_of_app QtCore QtConcurrent boost boost.math nlopt libphonenumber icu cli11 qtkeychain
    system)

set(rooms_of_app/desktop models/ importers views app)
set(libraries_of_app/desktop ${libraries_of_app} QtGui QtWidgets QtCharts QtPrintSupport QtSvg
    QtSvgWidgets QtNetwork QtDBus)

# The store is no business of the views, though they may use the rest of models/.
set(rooms_forbidden_to_views models/store)

# A header outside of Qt and the C++ standard, and the library it stands for.
set(library_headers
    "^boost/math/=boost.math" "^boost/=boost" "^phonenumbers/=libphonenumber" "^unicode/=icu"
    "^nlopt=nlopt" "^soci/=soci" "^sqlite3=sqlite" "^libpq=libpq" "^gmime/=gmime" "^gio/=gmime"
    "^glib=gmime" "^libxml/=libxml2" "^archive(_entry)?[.]h$=libarchive" "^uchardet=uchardet"
    "^CLI/=cli11" "^qt6keychain/=qtkeychain" "^benchmark/=benchmark"
    "^(sys/|net/|netinet/|arpa/|linux/)=system"
    "^(unistd|fcntl|dirent|poll|signal|termios|pwd|grp|iconv|langinfo|errno|dlfcn|pthread)[.]h$=system")

# Rooms whose work is a function of values: no objects, no files, no clock.
set(pure_rooms models/domain models/identity models/understanding models/scoring models/issues
    models/reports)
set(headers_of_objects
    "^(QtCore/)?Q(Object|Timer|Thread|CoreApplication|EventLoop|Settings|Abstract.*Model|SharedMemory|Pointer|SignalMapper|PropertyAnimation)$")
set(headers_of_files
    "^(QtCore/)?Q(File|SaveFile|TemporaryFile|TemporaryDir|Dir|DirIterator|FileInfo|LockFile|Process|StandardPaths|StorageInfo|FileSystemWatcher)$"
    "^(fstream|iostream|filesystem|cstdio|stdio[.]h)$")
# Rooms that start no threads; those of pure_rooms may still guard their data with a lock.
set(threadless_rooms importers views)
set(headers_of_threads
    "^(QtCore/)?Q(Thread|ThreadPool|Runnable|Semaphore|WaitCondition|Future|FutureWatcher|Promise)$"
    "^QtConcurrent" "^(thread|future|semaphore|barrier|latch|pthread[.]h)$")
set(words_of_objects "Q_OBJECT")
set(words_of_present_time
    "QDateTime::currentDateTime" "QDateTime::currentDateTimeUtc" "QDateTime::currentMSecs"
    "QDateTime::currentSecs" "QDate::currentDate" "QTime::currentTime" "system_clock::now"
    "[^A-Za-z_]time[(](NULL|nullptr|0)[)]" "gettimeofday" "clock_gettime")
# Where the clock may be read.
set(rooms_with_clock app app/desktop)

# Files: aims are reported, limits fail.
set(lines_aim_cpp 400)
set(lines_limit_cpp 600)
set(lines_aim_h 150)
set(lines_limit_h 250)

# What may stand at the top.
set(top_entries
    .ci .clang-format .clang-tidy .editorconfig .git .gitattributes .gitignore .github
    ARCHITECTURE.md CHANGELOG.md CMakeLists.txt CMakePresets.json CONTRIBUTING.md LICENSE README.md
    app dev docs importers models packaging resources tests views
    build .cache .vscode .idea compile_commands.json CMakeLists.txt.user CMakeUserPresets.json)
