package org.companytimeline.query.http;

import java.util.List;

/// One thing wrong with what a request asks for.
///
/// @param parameter the name of the query parameter, path parameter or header
/// @param detail what is wrong and what to change, as a sentence
/// @param allowed the accepted values where they can be listed, otherwise empty
record ParameterFault(String parameter, String detail, List<String> allowed) {}
