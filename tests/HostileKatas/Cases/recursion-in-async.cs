// hostile: an async method that awaits itself -> The calls of Kata.Down at Kata.cs:6 had not ended after
public static class Kata
{
    public static async Task Run() => await Down(0);

    static async Task<int> Down(int depth) => await Down(depth + 1) + 1;
}
