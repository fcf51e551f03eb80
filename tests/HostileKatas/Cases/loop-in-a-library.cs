// hostile: a pattern on which a library goes on for ages -> main never came back from a call, last seen at Kata.cs:6
using System.Text.RegularExpressions;

public static class Kata
{
    public static void Run() => Console.WriteLine(
        new Regex("^(a+)+$").IsMatch(new string('a', 60) + "b"));
}
