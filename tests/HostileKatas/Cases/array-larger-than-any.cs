// hostile: an array longer than an array can be -> escaped from main at Kata.cs:7
public static class Kata
{
    public static void Run()
    {
        var length = int.MaxValue;
        _ = new byte[length];
    }
}
