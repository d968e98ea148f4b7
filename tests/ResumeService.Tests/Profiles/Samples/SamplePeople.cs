namespace ResumeService.Tests.Profiles.Samples;

/// <summary>People of many trades; nobody here exists.</summary>
internal static class SamplePeople
{
    public static readonly IReadOnlyList<SamplePerson> All =
    [
        new()
        {
            Name = "Marisol Etxeberria", Title = "Registered Nurse", Email = "marisol.etxeberria@example.org", Phone = "+1 (312) 555-0144", Location = "Chicago, IL",
            Summary = "Critical care nurse who keeps calm when a ward does not. I train new colleagues and enjoy night shifts more than I should admit.",
            Jobs =
            [
                new("Charge Nurse", "St. Brigid's Hospital", "Chicago, IL", new(2019, 4, 1), null, "Coordinated a team of 14 nurses on a 32-bed cardiac ward", "Introduced a handover checklist that cut medication errors by a third"),
                new("Staff Nurse", "Lakeview Medical Center", "Evanston, IL", new(2014, 9, 1), new(2019, 3, 1), "Cared for up to six post-surgical patients per shift", "Precepted nursing students from two colleges"),
                new("Nursing Assistant", "Harbor Hospice", "Gary, IN", new(2012, 6, 1), new(2014, 8, 1), "Supported residents with daily living and recorded vital signs"),
            ],
            Schools = [new("Loyola University Chicago", "Bachelor of Science in Nursing", 2010, 2014)],
            Skills = ["Patient care", "Triage", "Epic", "Phlebotomy", "Wound care"],
            Certifications = ["Advanced Cardiac Life Support (ACLS)", "Certified Critical Care Nurse"],
        },
        new()
        {
            Name = "Tobias van der Berg", Title = "Senior Backend Engineer", Email = "t.vanderberg@mailhost.example", Phone = "+31 20 555 0199", Location = "Utrecht, Netherlands",
            Summary = "Engineer with a weakness for boring, well-tested services. Most of the last decade went into payments and the queues between them.",
            Jobs =
            [
                new("Senior Backend Engineer", "Adelwerk", "Utrecht, Netherlands", new(2021, 2, 1), null, "Moved the settlement engine from a nightly batch to events on Kafka", "Reduced p95 latency of the ledger API from 900 ms to 120 ms"),
                new("Software Developer", "Polderbyte B.V.", "Amsterdam, Netherlands", new(2016, 8, 1), new(2021, 1, 1), "Built the merchant onboarding service in C# and PostgreSQL", "Wrote the team's first contract tests"),
                new("Software Engineering Intern", "Klaverblad Software", "Delft, Netherlands", new(2016, 2, 1), new(2016, 7, 1), "Prototyped a search index over insurance policies"),
            ],
            Schools = [new("Delft University of Technology", "MSc Computer Science", 2013, 2016), new("University of Twente", "BSc Computer Science", 2010, 2013)],
            Skills = ["C#", "PostgreSQL", "Kafka", "Docker", "Kubernetes", "RabbitMQ", "Terraform"],
            Projects = [new("Tidewatch", "Alerts sailors when their harbour's water level leaves its usual range.", "Python", "InfluxDB"), new("Ledgerlint", "Checks double-entry journals in continuous integration.", "Rust")],
            Certifications = ["AWS Certified Solutions Architect - Associate"],
        },
        new()
        {
            Name = "Priyanka Raghunathan", Title = "Management Accountant", Email = "priyanka.r@example.com", Phone = "(647) 555-0112", Location = "Toronto, ON",
            Summary = "Accountant who likes the month-end close to end. Experienced in manufacturing, comfortable with auditors and with the shop floor.",
            Jobs =
            [
                new("Finance Manager", "Maple Forge Ltd", "Toronto, ON", new(2020, 1, 1), null, "Shortened the month-end close from nine to four working days", "Manage two analysts and the annual audit"),
                new("Management Accountant", "Northern Cable & Wire", "Hamilton, ON", new(2015, 5, 1), new(2019, 12, 1), "Prepared standard costs for 1,200 items", "Led the move from spreadsheets to NetSuite"),
                new("Accounts Payable Clerk", "Deloitte", "Mississauga, ON", new(2013, 9, 1), new(2015, 4, 1), "Processed 400 invoices a week with an error rate under one percent"),
            ],
            Schools = [new("York University", "Bachelor of Commerce", 2009, 2013)],
            Skills = ["Excel", "NetSuite", "Power BI", "SQL", "Forecasting"],
            Certifications = ["Chartered Professional Accountant (CPA)"],
        },
        new()
        {
            Name = "Ansel Okafor-Lindqvist", Title = "Secondary School Teacher", Email = "ansel.okafor@example.net", Phone = "07700 900482", Location = "Leeds, United Kingdom",
            Summary = "Physics teacher with a soft spot for pupils who have been told they cannot do mathematics.",
            Jobs =
            [
                new("Head of Science", "Whitcliffe Academy", "Leeds, UK", new(2018, 9, 1), null, "Lead a department of eleven teachers and two technicians", "Raised the share of pupils choosing physics from 12 to 23 percent"),
                new("Physics Teacher", "Holmfirth High School", "Huddersfield, UK", new(2011, 9, 1), new(2018, 7, 1), "Taught physics and mathematics to ages 11 to 18", "Ran the astronomy club"),
            ],
            Schools = [new("University of York", "BSc (Hons) Physics", 2007, 2010)],
            Skills = ["Curriculum design", "Safeguarding", "Mentoring", "Python"],
            Certifications = ["Qualified Teacher Status"],
        },
        new()
        {
            Name = "Duane Kowalczyk", Title = "Master Electrician", Email = "duane.k@example.com", Phone = "503-555-0177", Location = "Portland, OR",
            Summary = "Licensed electrician for commercial sites. I plan, wire, test and document, and I leave the site clean.",
            Jobs =
            [
                new("Site Foreman", "Cascade Electric", "Portland, OR", new(2017, 3, 1), null, "Run crews of up to twelve on hospital and school projects", "Passed 140 inspections in a row without a rework order"),
                new("Journeyman Electrician", "Kettle & Thread", "Salem, OR", new(2010, 6, 1), new(2017, 2, 1), "Installed lighting controls in 60 shops", "Trained four apprentices to their licence"),
                new("Apprentice Electrician", "IBEW Local 48", "Portland, OR", new(2006, 1, 1), new(2010, 5, 1), "Completed 8,000 hours of supervised work"),
            ],
            Schools = [new("Portland Community College", "Associate of Applied Science, Electrical Technology", 2004, 2006)],
            Skills = ["Blueprint reading", "PLC", "Conduit bending", "NEC", "OSHA 30"],
            Certifications = ["General Supervising Electrician License"],
        },
        new()
        {
            Name = "Chiara D'Alessandro", Title = "Executive Chef", Email = "chiara@dalessandro.example", Phone = "+39 02 5550 1234", Location = "Milan, Italy",
            Summary = "Chef raised in her grandmother's kitchen and sharpened in three others. Seasonal menus, short supply chains, quiet brigades.",
            Jobs =
            [
                new("Executive Chef", "Osteria Lume", "Milan, Italy", new(2019, 10, 1), null, "Design four menus a year with 30 local growers", "Brought food cost from 34 to 27 percent"),
                new("Sous Chef", "Hotel Belvedere", "Turin, Italy", new(2015, 1, 1), new(2019, 9, 1), "Led the pass for 180 covers a night"),
                new("Line Cook", "Trattoria da Nello", "Bologna, Italy", new(2012, 4, 1), new(2014, 12, 1), "Worked every station from pastry to grill"),
            ],
            Schools = [new("Istituto Alberghiero Carlo Porta", "Diploma in Culinary Arts", 2007, 2012)],
            Skills = ["Menu planning", "Food cost control", "HACCP", "Team leadership"],
        },
        new()
        {
            Name = "Hyun-woo Park", Title = "Product Designer", Email = "hyunwoo.park@example.io", Phone = "+82 10-5550-0198", Location = "Seoul, South Korea",
            Summary = "Designer who prototypes in code. I care about the empty state, the error and the second visit.",
            Jobs =
            [
                new("Lead Product Designer", "Haneul", "Seoul, South Korea", new(2022, 5, 1), null, "Own the design system used by nine teams", "Cut support tickets about transfers by 41 percent with a new confirmation flow"),
                new("UX Designer", "Nimbus Labs", "Singapore", new(2018, 3, 1), new(2022, 4, 1), "Ran 60 usability sessions on the onboarding of a trading app"),
                new("Graphic Designer", "Freelance", "Remote", new(2015, 7, 1), new(2018, 2, 1), "Designed identities for 25 small shops and cafes"),
            ],
            Schools = [new("Hongik University", "Bachelor of Fine Arts", 2010, 2015)],
            Skills = ["Figma", "Prototyping", "Design systems", "HTML", "CSS", "TypeScript"],
            Projects = [new("Palette Diff", "Browser extension that compares the colours of two pages.", "TypeScript")],
        },
        new()
        {
            Name = "Imani J. Whitfield", Title = "Warehouse Operations Manager", Email = "imani.whitfield@example.com", Phone = "404.555.0136", Location = "Atlanta, GA",
            Summary = "Operations manager for fast warehouses. Safety first, then flow, then cost.",
            Jobs =
            [
                new("Operations Manager", "Peachtree Logistics", "Atlanta, GA", new(2018, 11, 1), null, "Run two shifts with 85 people and 40,000 parcels a day", "Brought the accident rate to a quarter of the industry's"),
                new("Shift Supervisor", "7-Eleven Distribution", "Macon, GA", new(2014, 2, 1), new(2018, 10, 1), "Planned the work of 22 pickers and four forklift drivers"),
                new("Forklift Operator", "3M", "Columbus, GA", new(2011, 5, 1), new(2014, 1, 1), "Moved 300 pallets per shift without damage for two years"),
            ],
            Schools = [new("Georgia State University", "BBA Supply Chain Management", 2012, 2016)],
            Skills = ["SAP", "Lean", "Excel", "Scheduling", "Inventory control"],
            Certifications = ["Six Sigma Green Belt"],
        },
        new()
        {
            Name = "Søren Mikkelsen", Title = "Civil Engineer", Email = "soren.mikkelsen@example.dk", Phone = "+45 55 50 01 23", Location = "Aarhus, Denmark",
            Summary = "Civil engineer for bridges and the roads that lead to them.",
            Jobs =
            [
                new("Senior Structural Engineer", "Nordbro Consult", "Aarhus, Denmark", new(2016, 6, 1), null, "Check calculations for steel and composite bridges up to 240 m", "Wrote the office's guideline for fatigue assessment"),
                new("Structural Engineer", "Vej & Bro A/S", "Odense, Denmark", new(2010, 8, 1), new(2016, 5, 1), "Designed 30 pedestrian bridges", "Supervised pile driving on two motorway sites"),
            ],
            Schools = [new("Technical University of Denmark", "MSc Civil Engineering", 2005, 2010)],
            Skills = ["AutoCAD", "Revit", "MATLAB", "Finite element analysis"],
        },
        new()
        {
            Name = "Lucía Fernández Ortega", Title = "Digital Marketing Manager", Email = "lucia.fernandez@example.es", Phone = "+34 655 550 142", Location = "Valencia, Spain",
            Summary = "Marketer with numbers in one hand and a good headline in the other.",
            Jobs =
            [
                new("Head of Growth", "Naranja Studio", "Valencia, Spain", new(2021, 9, 1), null, "Doubled organic sign-ups in fourteen months", "Lead four people across content, paid and CRM"),
                new("Digital Marketing Manager", "Tienda Verde", "Madrid, Spain", new(2017, 4, 1), new(2021, 8, 1), "Managed a yearly budget of 1.2 million euros", "Built dashboards in Looker Studio"),
                new("Marketing Trainee", "Banco Miramar", "Madrid, Spain", new(2016, 9, 1), new(2017, 3, 1), "Wrote newsletters for 80,000 customers"),
            ],
            Schools = [new("Universidad Complutense de Madrid", "Master in Digital Marketing", 2015, 2016), new("Universitat de València", "Bachelor in Business Administration", 2011, 2015)],
            Skills = ["Google Analytics", "SEO", "HubSpot", "Copywriting", "Looker Studio"],
            Certifications = ["Google Ads Search Certification"],
        },
        new()
        {
            Name = "Rashad Al-Mansouri", Title = "Data Scientist", Email = "rashad.almansouri@example.ae", Phone = "+971 50 555 0133", Location = "Dubai, UAE",
            Summary = "Data scientist for forecasting problems that have a truck, a shelf or a patient at the end.",
            Jobs =
            [
                new("Principal Data Scientist", "Falcon Retail Group", "Dubai, UAE", new(2020, 7, 1), null, "Built demand forecasts for 900 shops", "Saved nine percent of fresh food waste in the first year"),
                new("Data Scientist", "Gulf Health Analytics", "Abu Dhabi, UAE", new(2017, 1, 1), new(2020, 6, 1), "Predicted no-shows for outpatient clinics with gradient boosting"),
                new("Research Assistant", "Khalifa University", "Abu Dhabi, UAE", new(2015, 2, 1), new(2016, 12, 1), "Published two papers on sparse time series"),
            ],
            Schools = [new("Khalifa University", "MSc in Applied Statistics", 2013, 2015), new("American University of Sharjah", "BSc in Mathematics", 2009, 2013)],
            Skills = ["Python", "pandas", "scikit-learn", "SQL", "Spark", "Airflow"],
            Projects = [new("Shelfcast", "Open notebook that explains every forecast it makes.", "Python", "pandas")],
            Certifications = ["Google Cloud Certified Professional Data Engineer"],
        },
        new()
        {
            Name = "Beatrix O'Rourke", Title = "Commercial Lawyer", Email = "b.orourke@example.ie", Phone = "+353 1 555 0121", Location = "Dublin, Ireland",
            Summary = "Solicitor who drafts contracts that people outside the law can read.",
            Jobs =
            [
                new("Legal Counsel", "Maersk", "Dublin, Ireland", new(2019, 2, 1), null, "Negotiate supply and licensing agreements in three languages", "Built a clause library that halved review time"),
                new("Associate Solicitor", "Brennan, Hughes & Partners", "Dublin, Ireland", new(2013, 10, 1), new(2019, 1, 1), "Advised software firms on data protection"),
            ],
            Schools = [new("Trinity College Dublin", "LLB Law", 2008, 2012)],
            Skills = ["Contract drafting", "GDPR", "Negotiation", "Compliance"],
        },
    ];
}
