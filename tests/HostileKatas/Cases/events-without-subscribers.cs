// hostile: raises an event that nobody listens to -> NullReferenceException escaped from main at Kata.cs:6
public static class Kata
{
    static event Action? Rang;

    public static void Run() => Rang!();
}
