// hostile: three methods that call each other for ever -> the calls of Kata.One at Kata.cs:11 never end
public static class Kata
{
    public static void Run()
    {
        Start();
    }

    static void Start() => One(0);

    static int One(int n) => Two(n) + 1;

    static int Two(int n) => Three(n) + 1;

    static int Three(int n) => One(n) + 1;
}
