using System.Collections.Frozen;

namespace ChatCvService.Conversation.Vocabulary;

/// <summary>Programs, programming languages, platforms and machines' software: what belongs into <c>software_proficiency</c>.</summary>
internal static class SoftwareWords
{
    private static readonly FrozenSet<string> Names = WordList.Of("""
        abap, ableton, ableton live, access, active directory, acrobat, adobe, adp, after effects, airflow, airtable, ajax, alteryx, amazon web services, android, android studio, angular, angularjs, ansible, ansys, apache, apex, apollo, arcgis, archicad, arduino,
        asana, asp.net, assembly, aspen, atlas.ti, audition, autocad, autodesk, aws, azure, azure devops, babel, bamboo, bash, basecamp, bexio, bigquery, bitbucket, blackboard, blender, bloomberg, bloomberg terminal, bootstrap, c, c#, c++, cad, calendly, camtasia, canva, canvas,
        capcut, catia, cakephp, cassandra, cerner, charles river, chatgpt, chef, cinema 4d, circleci, cisco, citrix, classroom, clickup, clio, cobol, confluence, corel, coreldraw, crystal reports, css, css3, cubase, cypress, d3, d3.js, dart, databricks, datadog, datev, dbt, delphi, django,
        docker, docusign, docusaurus, drupal, dynamics, dynamics 365, eclipse, elasticsearch, elastic, elixir, elm, elster, epic, epic systems, erlang, erp, esxi, excel, express, express.js, facebook ads, fastapi, figma, filemaker, final cut, final cut pro, firebase, flask, flutter, fortran, freshdesk, freeagent,
        fusion 360, gcp, gimp, git, github, github actions, gitlab, gitlab ci, go, golang, google ads, google analytics, google classroom, google cloud, google docs, google drive, google sheets, google suite, google workspace, gradle, grafana, graphql, groovy, g suite, gusto, hadoop, haskell, helm,
        heroku, hibernate, hive, hootsuite, html, html5, hubspot, hyper-v, illustrator, imovie, indesign, informatica, inventor, inkscape, ios, jac, java, javascript, jenkins, jest, jira, jmeter, jquery, julia, junit, jupyter, kafka, keras, keynote, kibana, klaviyo, kotlin, kubernetes, k8s,
        labview, lambda, laravel, latex, lightroom, lexisnexis, lexis nexis, linux, logic pro, looker, lua, macos, magento, mailchimp, marketo, matlab, mathematica, maven, maya, medidata, meta ads, meditech, micros, microsoft 365, microsoft access, microsoft excel, microsoft office, microsoft outlook, microsoft powerpoint, microsoft project, microsoft teams,
        microsoft word, midjourney, mindbody, minitab, miro, mixpanel, mongodb, moodle, ms access, ms excel, ms office, ms project, ms teams, ms word, mssql, mysql, myob, netsuite, neo4j, next.js, nextjs, nginx, node, node.js, nodejs, notion, numpy, nvivo, nuxt, objective-c, office, office 365, okta, opera pms, opera, opentable, oracle,
        outlook, pagerduty, pandas, pascal, perl, photoshop, php, phpstorm, pipedrive, postgres, postgresql, postman, powerbi, power bi, power automate, power query, powerpoint, powershell, premiere, premiere pro, primavera, primavera p6, procore, procreate, pro tools, prometheus, puppet, pycharm, pyspark, python, pytorch, qgis, qlik, qlikview, quark, quickbooks, r, r studio, rabbitmq, rails,
        react, react native, react.js, reactjs, redis, redux, redshift, revit, rhino, ruby, ruby on rails, rust, s3, sage, sage 50, sage 200, salesforce, sap, sap fico, sas, sass, scala, scikit-learn, scss, seesaw, selenium, sentry, sharepoint, shopify, simulink, sketch, sketchup, slack, snowflake, solidity, solidworks, sonarqube,
        spark, splunk, spring, spring boot, spss, sql, sql server, sqlite, square, squarespace, stata, storybook, stripe, svelte, swift, swiftui, symfony, systmone, tableau, tailwind, tailwind css, tally, teams, teamcenter, tensorflow, terraform, tiktok, tfs, toast, toast pos, trello, twilio, typescript, ubuntu, unity, unix, unreal, unreal engine, vagrant, vba, vb.net, vim,
        visio, visual basic, visual studio, visual studio code, vs code, vmware, vue, vue.js, vuejs, webflow, webpack, westlaw, whatsapp business, windows, windows server, wireshark, wix, woocommerce, word, wordpress, workday, xcode, xero, xml, yardi, youtrack, zapier, zbrush, zendesk, zoho, zoom, zuora, plc, emis, emis web, ehr, emr, pos, kronos, bullhorn, greenhouse, lever, taleo,
        pitchbook, capital iq, factset, morningstar, quickbooks online, turbotax, lacerte, ultratax, caseware, lightspeed, fidelio, galileo, amadeus, sabre, vectorworks, lumion, v-ray, 3ds max, cinema4d, davinci resolve, obs, garageband, fl studio, sibelius, finale, micros pos, powerschool, kahoot, smartboard, pointclickcare, athenahealth, eclinicalworks, nextgen, allscripts, dentrix, dentrix ascend, eaglesoft, lims, graphpad, graphpad prism, imagej, endnote, zotero, mendeley, chemdraw, pymol,
        sap mm, sap sd, sap hana, sap erp, sql developer, plsql, pl/sql, t-sql, jde, oracle erp, wms, manhattan wms, tms, samsara, gps, geotab, foreflight, excel vba, google tag manager, gtm, semrush, ahrefs, moz, hotjar, amplitude, segment, intercom, surveymonkey, typeform, qualtrics, adobe xd, xd, invision, principle, framer, maze, balsamiq, axure
        """);

    private static readonly string[] Makers = ["microsoft ", "ms ", "adobe ", "google ", "oracle ", "sap ", "apple ", "autodesk ", "amazon ", "aws ", "azure ", "apache ", "atlassian ", "ibm "];

    private static readonly string[] Kinds = [" cad", " pos", " crm", " erp", " software", " ehr", " emr", " pms", " cms", " api", " sdk", ".js", ".net", " server", " cloud", " suite", " studio"];

    public static bool IsSoftware(string item)
    {
        var name = item.Trim();
        if (Names.Contains(name))
            return true;
        var lower = name.ToLowerInvariant();
        return Makers.Any(maker => lower.StartsWith(maker, StringComparison.Ordinal)) || Kinds.Any(kind => lower.EndsWith(kind, StringComparison.Ordinal))
            || (lower.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && char.IsAsciiDigit(lower[^1]) && Names.Contains(lower[..space]));
    }

    /// <summary>A made-up or mixed-case single word (PySpark, dbt2, ServiceTitan) is a product's name.</summary>
    public static bool LooksLikeProduct(string item) =>
        item.Length > 2 && !item.Contains(' ', StringComparison.Ordinal) && item.Skip(1).Any(char.IsUpper) && item.Any(char.IsLower);
}
