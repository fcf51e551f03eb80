using Judging.Dojo;

switch (args)
{
    case [var folder] when Directory.Exists(folder):
        Console.Out.Write(Scoreboard.Of(Evening.Judged(folder)));
        return 0;
    case ["--alone", var kata, var attempt, var answer]:
        Alone.Run(kata, attempt, answer);
        return 0;
    default:
        Console.Error.WriteLine("""
            dotnet run --project tests/Judge -- <folder>

            Each folder inside it is a pair's: their clone, or only their katas as in katas/.
            """);
        return 2;
}
