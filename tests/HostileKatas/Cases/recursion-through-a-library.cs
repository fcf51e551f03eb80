// hostile: endless recursion, with a library's sort between two calls -> The calls of Kata.Sort at Kata.cs:6 had not ended after
public static class Kata
{
    public static void Run() => Sort();

    static void Sort() => new List<int> { 2, 1 }.Sort((a, b) =>
    {
        Sort();
        return a - b;
    });
}
