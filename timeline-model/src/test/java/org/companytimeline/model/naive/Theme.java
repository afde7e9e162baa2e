package org.companytimeline.model.naive;

import java.util.List;

/// What a random history is about: claims that can meet, and changes of them.
///
/// `$` stands for what the ids of all companies of a history begin with.
///
/// @param claims type and details
/// @param changes those that fit some of the claims, and one that fits none
record Theme(List<String> claims, List<String> changes) {

    private static final Theme FOUNDING =
            new Theme(
                    List.of(
                            "'founded', 'details': {}",
                            "'founded', 'details': {'founders': ['Ada Lovelace'], 'place':"
                                    + " {'city': 'Paris', 'country': 'FR'}}",
                            "'founded', 'details': {'founders': ['ADA LOVELACE', 'Bob'], 'place':"
                                    + " {'city': 'Lyon'}}"),
                    List.of(
                            "{'details': {'founders': ['Bob']}}",
                            "{'details': {'place': {'country': 'DE'}}}",
                            "{'details': {'place': {}}}"));

    private static final Theme SEATS =
            new Theme(
                    List.of(
                            "'founded', 'details': {'place': {'city': 'Bern', 'region': 'CH-BE'}}",
                            "'relocated', 'details': {'to': {'city': 'Zürich', 'country': 'CH'}}",
                            "'relocated', 'details': {'to': {'city': 'zurich'}, 'from': {'city':"
                                    + " 'Paris', 'country': 'FR'}, 'kind': 'headquarters'}",
                            "'relocated', 'details': {'to': {'city': 'Bern', 'country': 'CH'},"
                                    + " 'from': {'country': 'DE'}}",
                            "'relocated', 'details': {'to': {'country': 'FR'}}",
                            "'relocated', 'details': {'to': {'city': 'Zürich', 'country': 'CH'},"
                                    + " 'kind': 'registered-office'}",
                            "'relocated', 'details': {'to': {'city': 'Oslo'}, 'from': {'city':"
                                    + " 'Zürich'}, 'kind': 'registered-office'}"),
                    List.of(
                            "{'details': {'to': {'city': 'Bern'}}}",
                            "{'details': {'to': {'city': 'Zürich', 'country': null}}}",
                            "{'details': {'from': null}}",
                            "{'details': {'kind': null}}",
                            "{'details': {'kind': 'registered-office'}}",
                            "{'details': {'to': null}}"));

    private static final Theme NAMES =
            new Theme(
                    List.of(
                            "'renamed', 'details': {'name': 'Second'}",
                            "'renamed', 'details': {'name': 'second', 'formerName': 'First'}",
                            "'renamed', 'details': {'name': 'Third', 'formerName': 'Second SA'}",
                            "'renamed', 'details': {'name': 'First', 'formerName': 'Third'}",
                            "'identified', 'details': {'scheme': 'alias', 'value': 'Nick'}",
                            "'identified', 'details': {'scheme': 'alias', 'value': 'Nack',"
                                    + " 'until': '2024-06'}",
                            "'identified', 'details': {'scheme': 'alias', 'value': 'Second'}",
                            "'identified', 'details': {'scheme': 'alias', 'value': 'Name 1'}",
                            "'identified', 'details': {'scheme': 'wikidata', 'value': 'Q1'}",
                            "'identified', 'details': {'scheme': 'cik', 'value': '7', 'until':"
                                    + " '2023-06'}",
                            "'identified', 'details': {'scheme': 'cik', 'value': '8', 'until':"
                                    + " '2023/..'}"),
                    List.of(
                            "{'details': {'name': 'Fourth'}}",
                            "{'details': {'formerName': 'Third'}}",
                            "{'details': {'value': 'nick'}}",
                            "{'details': {'until': '2023-05'}}",
                            "{'details': {'until': null}}",
                            "{'details': {'name': 4}}"));

    private static final Theme PEOPLE =
            new Theme(
                    List.of(
                            "'appointed', 'details': {'person': 'Ada', 'title': 'CEO'}",
                            "'appointed', 'details': {'person': 'Bob', 'title': 'PDG', 'kind':"
                                    + " 'executive'}",
                            "'appointed', 'details': {'person': 'Ada', 'title': 'Chair'}",
                            "'appointed', 'details': {'person': 'Bob', 'title': 'CEO', 'scope':"
                                    + " 'Europe'}",
                            "'departed', 'details': {'person': 'ADA', 'title': 'Founder and CEO'}",
                            "'departed', 'details': {'person': 'Bob', 'title': 'CEO'}",
                            "'departed', 'details': {'person': 'Bob', 'title': 'PDG', 'scope':"
                                    + " 'europe'}",
                            "'appointed', 'details': {'person': 'Ada', 'title': 'Chair and CEO'}",
                            "'departed', 'details': {'person': 'Ada', 'title': 'Chair of the"
                                    + " board', 'kind': 'board'}"),
                    List.of(
                            "{'details': {'person': 'Bob'}}",
                            "{'details': {'title': 'CEO'}}",
                            "{'details': {'title': 'Chair', 'scope': null}}",
                            "{'details': {'person': null}}"));

    private static final Theme OFFICES =
            new Theme(
                    List.of(
                            "'office-opened', 'details': {'place': {'city': 'Oslo', 'country':"
                                    + " 'NO'}}",
                            "'office-opened', 'details': {'place': {'city': 'oslo'}, 'kind':"
                                    + " 'lab'}",
                            "'office-opened', 'details': {'place': {'country': 'NO'}}",
                            "'office-opened', 'details': {'place': {'city': 'Oslo', 'country':"
                                    + " 'US'}, 'kind': 'campus'}",
                            "'office-closed', 'details': {'place': {'city': 'Oslo'}}",
                            "'office-closed', 'details': {'place': {'city': 'Oslo', 'country':"
                                    + " 'US'}, 'kind': 'lab'}",
                            "'office-closed', 'details': {'place': {'country': 'NO'}, 'kind':"
                                    + " 'campus'}"),
                    List.of(
                            "{'details': {'place': {'city': 'Oslo'}}}",
                            "{'details': {'place': {'city': 'Rome', 'country': null}}}",
                            "{'details': {'place': 'Oslo'}}"));

    private static final Theme PARTNERS =
            new Theme(
                    List.of(
                            "'partnered', 'details': {'partners': [{'company': '$x'}], 'kind':"
                                    + " 'research'}",
                            "'partnered', 'details': {'partners': [{'name': 'X', 'company':"
                                    + " '$x'}], 'kind': 'commercial'}",
                            "'partnered', 'details': {'partners': [{'company': '$a'}]}",
                            "'contracted', 'details': {'customers': [{'company': '$b'}, {'name':"
                                    + " 'Big Co'}]}",
                            "'contracted', 'details': {'customers': [{'name': 'big co'}]}"),
                    List.of(
                            "{'details': {'partners': [{'company': '$y'}]}}",
                            "{'details': {'partners': [{'company': '$x'}]}}",
                            "{'details': {'kind': null}}",
                            "{'details': {'customers': [{'name': 'Big Co'}]}}",
                            "{'details': {'partners': []}}"));

    private static final Theme BUYERS =
            new Theme(
                    List.of(
                            "'acquired', 'details': {'acquirer': {'company': '$x'}, 'price':"
                                    + " {'amount': '1000', 'currency': 'EUR'}}",
                            "'acquired', 'details': {'acquirer': {'company': '$x'}, 'price':"
                                    + " {'amount': '1090', 'currency': 'EUR'}}",
                            "'acquired', 'details': {'acquirer': {'company': '$b'}}"),
                    List.of(
                            "{'details': {'acquirer': {'company': '$y'}}}",
                            "{'details': {'acquirer': {'company': '$x', 'name': 'X'}}}",
                            "{'details': {'price': null}}",
                            "{'details': {'acquirer': null}}"));

    private static final Theme ENDINGS =
            new Theme(
                    List.of(
                            "'closed', 'details': {}",
                            "'closed', 'details': {'kind': 'bankrupt'}",
                            "'merged', 'details': {'with': {'company': '$b'}, 'successor':"
                                    + " {'company': '$a'}}",
                            "'merged', 'details': {'with': {'company': '$b'}}",
                            "'merged', 'details': {'with': {'company': '$a', 'name': 'A'},"
                                    + " 'successor': {'name': 'New'}}"),
                    List.of(
                            "{'details': {'kind': 'dissolved'}}",
                            "{'details': {'successor': {'company': '$a'}}}",
                            "{'details': {'successor': null}}",
                            "{'details': {'with': null}}"));

    private static final Theme VALUES =
            new Theme(
                    List.of(
                            "'valued', 'details': {'money': {'amount': '6000', 'currency': 'USD'}}",
                            "'valued', 'details': {'money': {'amount': '6200', 'currency': 'USD',"
                                    + " 'approximate': true}, 'kind': 'target'}",
                            "'valued', 'details': {'money': {'amount': '6400.00', 'currency':"
                                    + " 'USD'}, 'kind': 'estimate'}",
                            "'valued', 'details': {'money': {'amount': '14000', 'currency':"
                                    + " 'EUR'}}",
                            "'valued', 'details': {'money': {'min': '6000', 'max': '6300',"
                                    + " 'currency': 'USD'}}",
                            "'valued', 'details': {'money': {'disclosed': false}}"),
                    List.of(
                            "{'details': {'money': {'amount': '6100', 'currency': 'USD'}}}",
                            "{'details': {'money': {'currency': 'EUR'}}}",
                            "{'details': {'kind': 'target'}}",
                            "{'details': {'money': {'amount': null}}}"));

    private static final Theme ROUNDS =
            new Theme(
                    List.of(
                            "'funded', 'details': {'round': 'seed', 'money': {'amount': '100.50',"
                                    + " 'currency': 'EUR'}}",
                            "'funded', 'details': {'round': 'seed', 'money': {'amount': '104',"
                                    + " 'currency': 'EUR', 'approximate': true}, 'investors':"
                                    + " [{'name': 'X', 'company': '$x'}]}",
                            "'funded', 'details': {'round': 'series-a', 'money': {'min': '900',"
                                    + " 'max': '1100', 'currency': 'EUR'}}",
                            "'funded', 'details': {'round': 'series-a', 'money': {'amount':"
                                    + " '1000', 'currency': 'EUR'}, 'investors': [{'company':"
                                    + " '$a', 'lead': true}]}",
                            "'funded', 'details': {'round': 'series-b', 'money': {'min': '5000',"
                                    + " 'currency': 'EUR'}}",
                            "'funded', 'details': {'round': 'series-b', 'money': {'max': '70',"
                                    + " 'currency': 'USD'}}",
                            "'funded', 'details': {'round': 'grant', 'money': {'disclosed':"
                                    + " false}}",
                            "'funded', 'details': {'round': 'grant'}"),
                    List.of(
                            "{'details': {'round': 'series-a'}}",
                            "{'details': {'money': {'max': '7000'}}}",
                            "{'details': {'money': null}}",
                            "{'details': {'round': 'seed', 'money': {'currency': 'USD'}}}",
                            "{'details': {'money': {'min': '9', 'max': '8'}}}"));

    private static final Theme LISTINGS =
            new Theme(
                    List.of(
                            "'listed', 'details': {'exchange': 'NYSE', 'symbol': 'ACM'}",
                            "'listed', 'details': {'exchange': 'Euronext'}",
                            "'listed', 'details': {}",
                            "'delisted', 'details': {'exchange': 'nyse'}",
                            "'delisted', 'details': {}"),
                    List.of(
                            "{'details': {'exchange': 'Euronext'}}",
                            "{'details': {'exchange': null}}",
                            "{'details': {'symbol': 1}}"));

    private static final Theme PRODUCTS =
            new Theme(
                    List.of(
                            "'launched', 'details': {'product': 'Le Chat'}",
                            "'launched', 'details': {'product': 'le-chat', 'version': '2'}",
                            "'discontinued', 'details': {'product': 'Le Chat', 'version': '2'}",
                            "'discontinued', 'details': {'product': 'Le Chat'}"),
                    List.of(
                            "{'details': {'version': '2'}}",
                            "{'details': {'version': null}}",
                            "{'details': {'product': 7}}"));

    private static final Theme STAFF =
            new Theme(
                    List.of(
                            "'headcount-reported', 'details': {'count': 100}",
                            "'headcount-reported', 'details': {'count': 104, 'percent': 4}",
                            "'laid-off', 'details': {'percent': 12.5}",
                            "'joined-programme', 'details': {'programme': 'Y Combinator',"
                                    + " 'kind': 'accelerator'}",
                            "'joined-programme', 'details': {'programme': 'y combinator',"
                                    + " 'batch': 'W23'}"),
                    List.of(
                            "{'details': {'count': 200}}",
                            "{'details': {'programme': 'Station F'}}",
                            "{'details': {'count': -1}}"));

    /// All themes of histories.
    static final List<Theme> ALL =
            List.of(
                    FOUNDING, SEATS, NAMES, PEOPLE, OFFICES, PARTNERS, BUYERS, ENDINGS, VALUES,
                    ROUNDS, LISTINGS, PRODUCTS, STAFF);
}
