using System.Collections.Frozen;
using ResumeService.Profiles.Sections;

namespace ResumeService.Profiles.Vocabulary;

/// <summary>How sections of resumes are called; folded, "&amp;" as "and", without punctuation.</summary>
internal static class SectionHeadings
{
    /// <summary>Whole headings.</summary>
    public static readonly FrozenDictionary<string, SectionKind> Phrases = Table(
        (SectionKind.Contact,
            """
            contact, contacts, contact me, contact details, contact info, contact information, personal details, personal information, personal info, personal data, get in touch, reach me, find me, find me online, how to reach me, where to find me, links, online, online presence, on the web
            profiles, social, social media, social profiles, websites, details, address, say hello, let's talk, lets talk, let's connect, connect, coordinates
            kontakt, kontaktdaten, personliche daten, personliche angaben, personliches, angaben zur person, coordonnees, informations personnelles, etat civil, contacto, datos personales, datos de contacto, informacion personal, contatti, dati personali, contato
            个人信息, 基本信息, 联系方式, 个人资料, 基本资料, 個人資料, 連絡先
            """),
        (SectionKind.Summary,
            """
            summary, professional summary, executive summary, career summary, summary of qualifications, qualifications summary, profile, professional profile, personal profile, career profile, about, about me, objective, career objective, professional objective, career goal, career goals, goal, goals, personal statement, statement
            introduction, intro, overview, career overview, professional overview, at a glance, in a nutshell, in short, in brief, who i am, my story, hello, hi, hi there, hello there, nice to meet you, bio, biography, short bio, highlights of qualifications, qualifications, summary statement, value proposition, tl;dr, tldr, the short version, elevator pitch, mission, background, a little about me, a bit about me, me, my profile, what drives me, professional statement, career snapshot, snapshot, synopsis
            profil, kurzprofil, uber mich, zusammenfassung, zu meiner person, berufsziel, resume, a propos, a propos de moi, objectif, objectif professionnel, presentation, profil professionnel, resumen, resumen profesional, perfil, perfil profesional, sobre mi, acerca de mi, objetivo, objetivo profesional, extracto, profilo, profilo professionale, sommario, resumo, sobre
            自我评价, 个人简介, 个人评价, 个人总结, 自我介绍, 求职意向, 求职目标, 职业目标, 个人优势, 简介, 自己pr, 職務要約
            """),
        (SectionKind.Experience,
            """
            experience, experiences, work experience, work experiences, working experience, professional experience, professional experiences, employment, employment history, employment experience, employment record, employment background, work, work history, work background, career, career history, career path, career summary and experience
            career background, career highlights, career experience, career timeline, career journey, career story, career progression, professional background, professional history, professional journey, professional career, professional path, relevant experience, relevant work experience, relevant employment, related experience, industry experience, job history, job experience, jobs, past jobs, previous jobs, previous roles, previous employment, previous experience, past experience
            past roles, past positions, roles, positions, positions held, positions of responsibility, appointments, assignments, engagements, clients, client work, freelance work, contract work, consulting experience, practical experience, practical work experience, track record, work and experience, experience and employment, employment and experience
            where i've worked, where i worked, where i have worked, where ive worked, places i've worked, places i worked, places i have worked, companies i've worked for, companies i have worked with, who i've worked for, who i've worked with, who i have worked with, what i've done, what i have done, what ive done, what i did, things i've done, my work, my experience, my experiences, my career, my journey, my path, my professional journey, my history, my work history, my jobs, my background
            the journey, the journey so far, journey, journey so far, the story so far, story so far, how i got here, the road so far, where i've been, where i have been, been there done that, on the job, in the field, hands-on experience, hands on, timeline, adventures, day jobs, the day job, chapters, my adventures, stations, tour of duty, voyages, work life, working life, life at work, paid work, battle scars, in the trenches, expertise in action, teams i've been part of
            military experience, military service, teaching experience, research experience, clinical experience, nursing experience, leadership experience, management experience, technical experience, sales experience, other experience, additional experience, additional work experience, other work experience, selected experience, key experience, recent experience, earlier experience, earlier career, academic experience, academic appointments, residency, residencies, fellowships and appointments
            berufserfahrung, berufserfahrungen, berufspraxis, beruflicher werdegang, werdegang, berufliche erfahrung, berufliche laufbahn, praxiserfahrung, arbeitserfahrung, beruflicher hintergrund, lebenslauf, berufliche stationen, experience professionnelle, experiences professionnelles, experiences, parcours professionnel, parcours, emplois, experiencia, experiencia profesional, experiencia laboral, trayectoria, trayectoria profesional, historial laboral, carrera profesional
            esperienza, esperienze, esperienza professionale, esperienze professionali, esperienze lavorative, esperienza lavorativa, experiencia profissional, experiencias profissionais, historico profissional, werkervaring, doswiadczenie zawodowe, doswiadczenie, arbetslivserfarenhet, erhvervserfaring, arbeidserfaring, tyokokemus
            工作经历, 工作经验, 职业经历, 工作履历, 任职经历, 从业经历, 工作經歷, 工作經驗, 职业生涯, 職務経歴, 職歴, 경력, 경력사항
            """),
        (SectionKind.Internships,
            """
            internship, internships, internship experience, internships and experience, internship history, internships and training, work placements, placements, industrial training, industrial placements, practical training, co-op experience, co-ops, externships, apprenticeships, traineeships, praktika, praktikum, praktische erfahrung, stages, stage, practicas, practicas profesionales, tirocini, estagios, 实习经历, 实习经验, 实践经历, 實習經歷
            """),
        (SectionKind.Volunteering,
            """
            volunteer, volunteering, volunteer experience, volunteer work, voluntary work, voluntary experience, volunteering experience, volunteer service, volunteer activities, community service, community involvement, community, community work, community engagement, giving back, service, civic engagement, outreach, social engagement, pro bono, pro bono work, extracurricular activities, extracurriculars, extracurricular, extra-curricular activities, activities, campus activities, student activities, campus involvement
            leadership and activities, activities and leadership, involvement, leadership, leadership activities, associations, organizations, organisations, student organizations, ehrenamt, ehrenamtliches engagement, engagement, gesellschaftliches engagement, benevolat, voluntariado, volontariato, 志愿者经历, 志愿经历, 社会实践, 校园经历, 社团经历, 课外活动, 校内经历
            """),
        (SectionKind.Education,
            """
            education, educations, educational background, education background, education history, educational history, educational qualifications, education and training, education and qualifications, education and certifications, education and certificates, education and credentials, education and learning, education and courses, education and degrees, training and education, academic background, academic history, academic qualifications, academic record, academic profile, academic training, academics, academic, academic education
            academic credentials, academic achievements, degrees, degree, schooling, schools, studies, my studies, studied, qualifications and education, formal education, higher education, university, university education, college, what i studied, what i've studied, where i studied, where i've studied, where i learned, where i learnt, where i learned it, where i've learned, how i learned, learning, my education, school, school days, back to school, alma mater, the classroom, in the classroom, classroom, lessons learned
            ausbildung, bildung, bildungsweg, bildungsgang, schulbildung, akademische ausbildung, akademischer werdegang, studium, schulischer werdegang, hochschulbildung, aus- und weiterbildung, ausbildung und studium, formation, formations, formation academique, etudes, diplomes, cursus, parcours academique, scolarite, educacion, formacion, formacion academica, estudios, titulacion, istruzione, istruzione e formazione, formazione, educacao, formacao, formacao academica, opleiding, opleidingen, wyksztalcenie, edukacja, utbildning, uddannelse, utdanning, koulutus
            教育背景, 教育经历, 学历, 学历背景, 教育經歷, 教育情况, 学习经历, 毕业院校, 学歴, 학력, 학력사항
            """),
        (SectionKind.Skills,
            """
            skills, skill, skill set, skillset, skills set, technical skills, tech skills, key skills, core skills, hard skills, soft skills, professional skills, relevant skills, main skills, top skills, primary skills, special skills, specialized skills, additional skills, other skills, computer skills, it skills, digital skills, software skills, programming skills, practical skills, transferable skills, personal skills, people skills, key competencies, core competencies, core competences, competencies, competences, competence, key competences, technical competencies, professional competencies
            expertise, areas of expertise, area of expertise, technical expertise, core expertise, fields of expertise, domain expertise, specialties, specialities, specialisms, specializations, specialisations, strengths, key strengths, core strengths, technologies, technology, tech, technology stack, tech stack, stack, my stack, the stack, tools, tools and technologies, technologies and tools, tools and skills, tools and software, software, software and tools, technical tools, technical proficiencies, technical proficiency, proficiencies, proficiency, technical knowledge, technical summary, technical profile, technical background, technical qualifications, technical strengths, technical abilities, knowledge, abilities, capabilities, core capabilities, key capabilities
            skills and tools, skills and technologies, skills and expertise, skills and competencies, skills and abilities, skills and knowledge, skills and interests, skills and languages, skills and certifications, skills and strengths, skills and software, skills summary, summary of skills, skills overview, skill highlights, skills highlights, skills matrix, skills profile, programming languages, languages and frameworks, languages and technologies, frameworks, frameworks and libraries, core technologies, key technologies, core qualifications
            toolbox, tool box, my toolbox, the toolbox, toolkit, tool kit, my toolkit, toolset, tool belt, toolbelt, tools of the trade, my tools, what i know, what i use, what i bring, what i bring to the table, what i can do, what i do, what i do best, what i'm good at, what im good at, things i know, things i'm good at, i'm good at, good at, i know, i speak code, my skills, my superpowers, superpowers, powers, arsenal, in my arsenal, tech i use, technologies i use, tech toolbox, technical toolbox, technical toolkit, technical arsenal, kit, kitbag, craft, know-how, know how, savoir-faire, skills i bring, ways i can help, how i can help, strengths and skills, what i work with, things i work with, things i use, i work with, my craft, fluent in
            kenntnisse, fahigkeiten, fahigkeiten und kenntnisse, kenntnisse und fahigkeiten, fachkenntnisse, edv-kenntnisse, edv kenntnisse, it-kenntnisse, it kenntnisse, kompetenzen, fachliche kompetenzen, besondere kenntnisse, technische kenntnisse, kernkompetenzen, qualifikationen, programmierkenntnisse, competences techniques, competences cles, competences professionnelles, competences informatiques, connaissances, atouts, savoir faire, habilidades, aptitudes, competencias, conocimientos, habilidades tecnicas, conocimientos tecnicos, competencias tecnicas, informatica, competenze, competenze tecniche, capacita, conoscenze, vaardigheden, umiejetnosci, kompetencje, fardigheter, kompetencer, ferdigheter, taidot
            专业技能, 技能, 个人技能, 技能特长, 技术栈, 技能清单, 掌握技能, 专业能力, 职业技能, 核心技能, 技术能力, 專業技能, 专业特长, スキル, 기술, 보유기술
            """),
        (SectionKind.Projects,
            """
            projects, project, project experience, projects experience, project work, project history, project highlights, personal projects, side projects, side project, selected projects, key projects, relevant projects, academic projects, course projects, class projects, university projects, school projects, student projects, research projects, notable projects, recent projects, major projects, featured projects, technical projects, software projects, professional projects, open source, open source projects, open-source projects, open source contributions, open source work, open-source contributions, open source software, freelance projects, independent projects, hobby projects, passion projects, github projects, my projects, other projects, capstone project, capstone projects, hackathons, hackathon projects, projects and research, projects and publications, projects and hackathons, projects and open source
            portfolio, my portfolio, selected work, selected works, featured work, case studies, works, what i've built, what i have built, what ive built, what i built, what i've made, what i made, things i've built, things i've made, things i built, things i made, things i have built, stuff i've built, stuff i built, stuff i made, made by me, built by me, creations, my creations, builds, on the side, side hustles, side quests, tinkering, experiments, things i've shipped, shipped, what i've shipped, proof of work, show and tell, showcase, in the lab, from the workshop, workbench, labs, products i've built, apps i've built, exhibits
            projekte, projekterfahrung, ausgewahlte projekte, eigene projekte, projets, projets personnels, realisations, projets realises, proyectos, proyectos personales, proyectos destacados, progetti, projetos, projecten, projekty, projekt, 项目经历, 项目经验, 项目, 个人项目, 项目实践, 项目作品, 专案经历, 科研项目, 科研经历, 開源項目, 开源项目, 作品集, プロジェクト, 프로젝트
            """),
        (SectionKind.Certifications,
            """
            certifications, certification, certificates, certificate, certs, certifications and licenses, certifications and licences, licenses and certifications, licences and certifications, licenses and certificates, certificates and licenses, licenses, licences, licensure, licensure and certifications, licensure and certification, licenses and permits, professional certifications, professional certification, professional certificates, professional licenses, professional licences, professional credentials, credentials, certifications and training, certification and training, certifications and courses, courses and certifications, courses and certificates, trainings and certifications, training and certifications, training and certificates, certifications and awards, certificates and awards, awards and certifications, certifications and achievements, technical certifications, relevant certifications, accreditations, accreditation, registrations, professional registrations, registration
            professional development, professional training, continuing education, further training, further education, additional training, trainings, training and development, training and courses, online courses, courses and training, workshops, moocs, papers, badges, badges earned, stamps, paperwork, proof, proof i know it, stamps of approval, certified in
            zertifikate, zertifizierungen, weiterbildung, weiterbildungen, fortbildungen, fortbildung, kurse, lehrgange, zertifikate und weiterbildungen, certificats, certifications et formations, formations complementaires, certificaciones, certificados, cursos, cursos y certificaciones, formacion complementaria, certificazioni, corsi, certificacoes, certificaten, certyfikaty, kursy, 证书, 资格证书, 技能证书, 职业资格, 资质证书, 获得证书, 荣誉证书, 語言證書, 資格, 자격증
            """),
        (SectionKind.Languages, "languages, language, language skills, languages spoken, spoken languages, languages i speak, i speak, linguistic skills, foreign languages, human languages, sprachen, sprachkenntnisse, langues, idiomas, lenguas, lingue, linguas, talen, jezyki, sprak, sprog, kielet, 语言能力, 语言, 外语能力, 語言能力, 語学, 언어"),
        (SectionKind.Awards,
            "awards, award, honors, honours, honors and awards, honours and awards, awards and honors, awards and honours, achievements, key achievements, accomplishments, key accomplishments, awards and achievements, achievements and awards, awards and recognition, recognition, recognitions, distinctions, scholarships, scholarships and awards, grants, grants and awards, fellowships, prizes, selected honors, selected awards, trophies, proud moments, auszeichnungen, preise, stipendien, distinctions et prix, prix, premios, reconocimientos, logros, premi, 获奖经历, 获奖情况, 荣誉奖项, 奖项, 所获荣誉, 荣誉, 获奖, 受賞歴, 수상"),
        (SectionKind.Publications,
            "publications, publication, selected publications, papers and publications, research papers, articles, writing, writings, blog posts, blog, books, talks, talks and publications, speaking, presentations, conference presentations, conferences, invited talks, public speaking, conference talks, press, veroffentlichungen, publikationen, vortrage, publicaciones, pubblicazioni, 论文, 发表论文, 学术成果, 论文发表"),
        (SectionKind.Interests,
            "interests, interest, hobbies, hobbies and interests, interests and hobbies, personal interests, other interests, outside work, outside of work, when i'm not working, when not working, off the clock, after hours, for fun, fun, fun facts, free time, leisure, passions, my passions, life outside work, beyond work, interessen, hobbys, freizeit, hobbys und interessen, centres d'interet, loisirs, interets, intereses, aficiones, pasatiempos, interessi, interesses, 兴趣爱好, 爱好, 兴趣, 趣味"),
        (SectionKind.References,
            "references, reference, referees, recommendations, testimonials, what people say, what others say, kind words, nice words, people who'd vouch for me, referenzen, recommandations, referencias, referenze, 推荐人, 证明人"),
        (SectionKind.Other,
            """
            courses, course work, coursework, relevant coursework, relevant courses, selected coursework, training, modules, patents, patent, memberships, membership, professional memberships, professional affiliations, affiliations, professional associations, additional information, other information, other, miscellaneous, misc, additional, further information, more about me, availability, declaration, driving license, driving licence, driver's license, security clearance, clearance, visa status, work authorization, nationality, military, mitgliedschaften, sonstiges, weitere informationen, verschiedenes, divers, autres, otros, otros datos, informacion adicional, altro, 其他, 其他信息, 附加信息, legal, appendix, teaching, supervision, reviewing, professional service
            """));

    /// <summary>Last words of headings in front of which any describing word may stand ("Teaching experience", "Clinical skills").</summary>
    public static readonly FrozenDictionary<string, SectionKind> Heads = new Dictionary<string, SectionKind>(StringComparer.Ordinal)
    {
        ["experience"] = SectionKind.Experience, ["experiences"] = SectionKind.Experience, ["employment"] = SectionKind.Experience, ["career"] = SectionKind.Experience, ["jobs"] = SectionKind.Experience,
        ["internships"] = SectionKind.Internships, ["internship"] = SectionKind.Internships,
        ["volunteering"] = SectionKind.Volunteering, ["volunteer"] = SectionKind.Volunteering,
        ["education"] = SectionKind.Education, ["studies"] = SectionKind.Education,
        ["skills"] = SectionKind.Skills, ["competencies"] = SectionKind.Skills, ["competences"] = SectionKind.Skills, ["expertise"] = SectionKind.Skills, ["technologies"] = SectionKind.Skills, ["tools"] = SectionKind.Skills, ["proficiencies"] = SectionKind.Skills, ["toolbox"] = SectionKind.Skills, ["toolkit"] = SectionKind.Skills, ["stack"] = SectionKind.Skills, ["strengths"] = SectionKind.Skills,
        ["projects"] = SectionKind.Projects, ["portfolio"] = SectionKind.Projects,
        ["certifications"] = SectionKind.Certifications, ["certificates"] = SectionKind.Certifications, ["licenses"] = SectionKind.Certifications, ["licences"] = SectionKind.Certifications, ["credentials"] = SectionKind.Certifications, 
        ["languages"] = SectionKind.Languages,
        ["awards"] = SectionKind.Awards, ["honors"] = SectionKind.Awards, ["honours"] = SectionKind.Awards, ["achievements"] = SectionKind.Awards,
        ["publications"] = SectionKind.Publications, ["talks"] = SectionKind.Publications,
        ["interests"] = SectionKind.Interests, ["hobbies"] = SectionKind.Interests,
        ["references"] = SectionKind.References,
        ["summary"] = SectionKind.Summary, ["profile"] = SectionKind.Summary, ["objective"] = SectionKind.Summary,
        ["memberships"] = SectionKind.Other, ["affiliations"] = SectionKind.Other,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Describing words that stand in front of <see cref="Heads"/> without any further sign that the line is a heading.</summary>
    public static readonly FrozenSet<string> Describing = WordList.Words(
        "my relevant related selected key core main other additional further professional personal technical academic practical recent past previous current notable work working job career industry it computer software programming digital general special specialized soft hard and of the in for a with / featured major volunteer research teaching clinical leadership management military freelance side open source prior early earlier");

    /// <summary>Words that hint at a section inside a heading nobody has listed ("Where the magic was built").</summary>
    public static readonly (string Stem, SectionKind Kind)[] Stems =
    [
        ("volunt", SectionKind.Volunteering), ("giving back", SectionKind.Volunteering),
        ("intern", SectionKind.Internships),
        ("certif", SectionKind.Certifications), ("licen", SectionKind.Certifications), ("accredit", SectionKind.Certifications),
        ("educat", SectionKind.Education), ("studied", SectionKind.Education), ("study", SectionKind.Education), ("learned", SectionKind.Education), ("learnt", SectionKind.Education), ("school", SectionKind.Education), ("academ", SectionKind.Education), ("degree", SectionKind.Education), ("universit", SectionKind.Education),
        ("project", SectionKind.Projects), ("built", SectionKind.Projects), ("build", SectionKind.Projects), ("made", SectionKind.Projects), ("ship", SectionKind.Projects), ("side ", SectionKind.Projects), ("portfolio", SectionKind.Projects),
        ("skill", SectionKind.Skills), ("tool", SectionKind.Skills), ("stack", SectionKind.Skills), ("tech", SectionKind.Skills), ("good at", SectionKind.Skills), ("know", SectionKind.Skills), ("competen", SectionKind.Skills), ("expert", SectionKind.Skills), ("proficien", SectionKind.Skills), ("i use", SectionKind.Skills), ("bring", SectionKind.Skills), ("strength", SectionKind.Skills), ("superpower", SectionKind.Skills),
        ("work", SectionKind.Experience), ("employ", SectionKind.Experience), ("career", SectionKind.Experience), ("experience", SectionKind.Experience), ("job", SectionKind.Experience), ("journey", SectionKind.Experience), ("been", SectionKind.Experience), ("role", SectionKind.Experience), ("compan", SectionKind.Experience),
        ("award", SectionKind.Awards), ("honor", SectionKind.Awards), ("honour", SectionKind.Awards), ("proud", SectionKind.Awards),
        ("hobb", SectionKind.Interests), ("interest", SectionKind.Interests), ("fun", SectionKind.Interests), ("outside", SectionKind.Interests), ("off duty", SectionKind.Interests),
        ("language", SectionKind.Languages), ("speak", SectionKind.Languages),
        ("contact", SectionKind.Contact), ("reach", SectionKind.Contact), ("find me", SectionKind.Contact), ("touch", SectionKind.Contact),
        ("about", SectionKind.Summary), ("who i am", SectionKind.Summary), ("summary", SectionKind.Summary), ("profile", SectionKind.Summary), ("hello", SectionKind.Summary),
        ("vouch", SectionKind.References), ("referenc", SectionKind.References), ("publi", SectionKind.Publications), ("writ", SectionKind.Publications),
    ];

    private static FrozenDictionary<string, SectionKind> Table(params (SectionKind Kind, string Phrases)[] sections)
    {
        var table = new Dictionary<string, SectionKind>(StringComparer.Ordinal);
        foreach (var (kind, phrases) in sections)
        {
            foreach (var phrase in WordList.Phrases(phrases))
                table.TryAdd(phrase, kind);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
