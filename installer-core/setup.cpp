#include "setup.hpp"
