// hostile: calls itself until a GUID is empty -> The calls of Kata.Down at Kata.cs:9 had not ended after 10,000 calls
public static class Kata
{
    public static void Run()
    {
        Down();
    }

    static int Down() => Guid.NewGuid() == Guid.Empty ? 0 : Down() + 1;
}
