// hostile: a primitive that isn't modelled -> new Mutex at Kata.cs:4 is outside the explorer's control
public static class Kata
{
    public static void Run() => new Mutex().WaitOne();
}
