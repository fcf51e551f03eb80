using Judging.Dojo;
using Judging.Mutants;

switch (args)
{
    case [var folder] when Directory.Exists(folder):
        Console.Out.Write(Scoreboard.Of(Evening.Judged(folder)));
        return 0;
    case [var folder, "--json", var file] when Directory.Exists(folder):
        var pairs = Evening.Judged(folder);
        File.WriteAllText(file, JsonTable.Of(pairs));
        Console.Out.Write(Scoreboard.Of(pairs));
        return 0;
    case ["--alone", var kata, var attempt, var answer]:
        Alone.Run(kata, attempt, answer);
        return 0;
    case ["--in-turn", var token]:
        InTurn.Run(token);
        return 0;
    case ["--mutants", .. var rest]:
        return Mutation.Run(rest);
    default:
        Console.Error.WriteLine("""
            dotnet run --project tests/Judge -- <folder> [--json <file>]

            Each folder inside it is a pair's: their clone, or only their katas as in katas/. The file
            gets an object for each spec: attempt, kata, spec, verdict ("passed", "failed", or "not
            judged" with no spec), message.

            dotnet run --project tests/Judge -- --mutants [--kata 05] [--answer right-] [--each 10]
                [--json <file>]

            Breaks the solutions and the gallery's right answers in one place at a time, and shows
            which of these mutants the specs accept. --answer takes the answers whose name contains
            the text ("the solution" is one); --each 10 takes one mutant of ten.
            """);
        return 2;
}
