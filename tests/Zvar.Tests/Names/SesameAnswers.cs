namespace Zvar.Tests.Names;

/// <summary>What Sesame answers, as its documentation has it and as it answers today.</summary>
internal static class SesameAnswers
{
    internal const string Simbad =
        """
        # NGC 3642	#Q22523669
        #=S=Simbad (via url):    1
        %C.0 LIN
        %J 170.5750583 +59.0742417 = 11:22:18.01 +59:04:27.2
        %J.E [~ ~ ~] A
        %I.0 NGC  3642
        %I UGC 6385
        #====Done (2024-Mar-05,12:34:56z)====
        """;

    internal const string SimbadToday =
        """
        # RR Lyr	#Q1
        #=Sc=Simbad (CDS, via client/server):    1     4ms
        %@ 123
        %I.0 V* RR Lyr
        %C.0 RR*
        %J 291.36630375 +42.78435971 = 19:25:27.912 +42:47:03.69
        #====Done (2026-Jan-05,12:34:56z)====
        """;

    // The position stands before the name, and another block follows.
    internal const string VizierThenNed =
        """
        # M31	#Q2
        #=S=Simbad (via url):    0
        #! *** Nothing found ***
        #=V=VizieR (local):    1
        %J 010.6846 +41.2692 = 00:42:44.3 +41:16:09
        %I.0 {NGC} 224
        #=N=NED :    1
        %I.0 MESSIER 031
        %J 11.0 +42.0 = 00:44:00 +42:00:00
        #====Done (2024-Mar-05,12:34:56z)====
        """;

    internal const string NothingFound =
        """
        # castorx	#Q3
        #=Sc=Simbad (CDS, via client/server):    0     4ms
        #! *** Nothing found ***
        #!V=VizieR (local): No table found for: castorx
        #====Done (2024-Mar-05,12:34:56z)====
        """;

    internal const string NothingFoundAndNedAway =
        """
        # castorx	#Q3
        #! *** Nothing found ***
        #!N=NED : *** Could not access the server ***
        #====Done (2024-Mar-05,12:34:56z)====
        """;
}
