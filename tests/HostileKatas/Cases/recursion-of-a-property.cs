// hostile: a property that reads itself -> the calls of Kata.Value at Kata.cs:4 never end
public static class Kata
{
    static int Value { get => Value + 1; }

    public static void Run() => Console.WriteLine(Value);
}
