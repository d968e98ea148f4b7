using System.Collections.Frozen;

namespace ChatCvService.Conversation.Vocabulary;

/// <summary>Words that make a name an employer's or a school's.</summary>
internal static class OrganisationWords
{
    private static readonly FrozenSet<string> Schools = WordList.Of("""
        university, uni, universität, universidad, universidade, università, université, uniwersytet, college, school, schule, academy, academia, académie, institute, institut, instituto, istituto, collège, colegio, colégio, liceo, liceul, liceum, skole, skola, högskola, hogeschool, lyceum, koulu, yliopisto, universitet, universitat, universitas, üniversitesi, polytechnic, politecnico, politécnica, école, ecole,
        escuela, faculty, seminary, conservatory, conservatoire, lycée, lycee, gymnasium, tafe, universiteit, hochschule, fachhochschule, campus, bootcamp, tu, eth, mit, kaist, ucla, nyu, lse, kth, epfl, iit, nit, unam, unsw, caltech, hec, insead, esade, harvard, stanford, yale, oxford, cambridge, princeton, berkeley
        """);

    private static readonly FrozenSet<string> Firms = WordList.Of("""
        ltd, limited, inc, incorporated, corp, corporation, co, company, llc, llp, plc, gmbh, ag, sa, srl, spa, bv, nv, ab, oy, as, pty, group, holding, holdings, bank, hospital, infirmary, surgery, hospice, clinic, medical, health, healthcare, pharmacy, hotel, resort, restaurant, café, cafe,
        bistro, trattoria, bakery, salon, studio, studios, agency, consulting, consultants, partners, associates, solutions, systems, services, technologies, technology, tech, labs, lab, software, digital, media, logistics, transport, freight, airlines, airways, motors, construction, builders,
        electrical, electric, plumbing, industries, industrial, manufacturing, foods, retail, store, stores, supermarket, market, insurance, finance, financial, capital, ventures, department, ministry, council, city, county, trust, foundation, nursery, kindergarten, daycare, museum, library, church, police, army, navy, nhs, council, enterprises, international, global, energy, pharma, pharmaceuticals, farm, farms, garage, law, legal, family, kitchen, bar, pub, grill, center, centre
        """);

    public static bool HasSchool(string text) => Wordy(text).Any(Schools.Contains);

    public static bool HasFirm(string text) => Wordy(text).Any(Firms.Contains);

    private static IEnumerable<string> Wordy(string text) => text.Split([' ', ',', '.', '&', '-', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries);
}
