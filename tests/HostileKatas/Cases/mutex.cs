// hostile: a primitive that isn't modelled: a name is for several processes -> new Mutex at Kata.cs:4 is outside the explorer's control
public static class Kata
{
    public static void Run() => new Mutex(false, "katas").WaitOne();
}
