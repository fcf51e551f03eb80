// hostile: a pattern on which a library goes on for ages -> Kata.cs:7
using System.Text.RegularExpressions;

public static class Kata
{
    public static void Run() => Console.WriteLine(
        new Regex("^(a+)+$").IsMatch(new string('a', 60) + "b"));
}
